package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.Suggestion;

/** An automation is proposed to the owner. */
public record SuggestionCreated(Suggestion suggestion) implements EventData {

    @Override
    public String subject() {
        return suggestion.id().value();
    }
}
