package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;

/** The owner said yes. */
public record SuggestionApproved(SuggestionId suggestionId) implements EventData {

    @Override
    public String subject() {
        return suggestionId.value();
    }
}
