package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * A deployment was taken back.
 *
 * @param restoredVersion the version that is in place again; null if the automation is gone
 */
public record AutomationRolledBack(
        SuggestionId suggestionId,
        String automationId,
        @Nullable Integer restoredVersion) implements EventData {

    public AutomationRolledBack {
        RequiredText.check("automationId", automationId);
        if (restoredVersion != null && restoredVersion < 1) {
            throw new IllegalArgumentException("an automation's version counts from 1, was: " + restoredVersion);
        }
    }

    @Override
    public String subject() {
        return automationId;
    }
}
