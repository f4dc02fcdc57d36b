package io.homeiq.contracts.event;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;

/**
 * A person undid what an automation of ours had just done.
 *
 * @param ranAt when the automation acted
 * @param undoneAt when the person did
 */
public record AutomationOverridden(
        SuggestionId suggestionId, String automationId, EntityId entity, Instant ranAt, Instant undoneAt)
        implements EventData {

    public AutomationOverridden {
        RequiredText.check("automationId", automationId);
    }

    @Override
    public String subject() {
        return automationId;
    }
}
