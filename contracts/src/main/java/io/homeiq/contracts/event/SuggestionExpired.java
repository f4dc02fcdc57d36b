package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;

/**
 * A suggestion is withdrawn before anybody answered.
 *
 * @param reason one sentence for the owner
 */
public record SuggestionExpired(SuggestionId suggestionId, String reason) implements EventData {

    public SuggestionExpired {
        RequiredText.check("reason", reason);
    }

    @Override
    public String subject() {
        return suggestionId.value();
    }
}
