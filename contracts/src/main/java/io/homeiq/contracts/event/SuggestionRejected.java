package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * The owner said no.
 *
 * @param reason in the owner's words; null: none given
 */
public record SuggestionRejected(
        SuggestionId suggestionId, @Nullable String reason) implements EventData {

    @Override
    public String subject() {
        return suggestionId.value();
    }
}
