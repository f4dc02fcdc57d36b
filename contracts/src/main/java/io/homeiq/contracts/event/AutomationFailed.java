package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;

/**
 * An approved automation could not be put in place.
 *
 * @param problem one line that names the cause and the cure
 */
public record AutomationFailed(SuggestionId suggestionId, String automationId, String problem) implements EventData {

    public AutomationFailed {
        RequiredText.check("automationId", automationId);
        RequiredText.check("problem", problem);
    }

    @Override
    public String subject() {
        return automationId;
    }
}
