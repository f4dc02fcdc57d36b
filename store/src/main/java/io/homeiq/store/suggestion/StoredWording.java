package io.homeiq.store.suggestion;

import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model made of the words of a suggestion.
 *
 * @param ourTitle and {@code ourDescription}: the words that it was given; for others it does not count
 * @param title null if what it said was not taken
 * @param description null if what it said was not taken
 * @param objection why it was not taken, one line; null if it was
 */
public record StoredWording(
        SuggestionId suggestion,
        String ourTitle,
        String ourDescription,
        @Nullable String title,
        @Nullable String description,
        @Nullable String objection,
        String model,
        Instant toldAt) {

    public StoredWording {
        if ((title == null) == (objection == null) || (title == null) != (description == null)) {
            throw new IllegalArgumentException("words were either taken or objected to: " + suggestion);
        }
    }
}
