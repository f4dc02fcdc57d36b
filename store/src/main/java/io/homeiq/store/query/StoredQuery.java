package io.homeiq.store.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked, with what became of it.
 *
 * @param id names it within the home
 * @param query the words as they were said
 * @param userId who asked; null if that is not known
 * @param status as the answer tells it
 * @param document the whole answer as JSON
 * @param confidence 0 to 1
 * @param createdAt kept to the millisecond
 */
public record StoredQuery(
        String id,
        String query,
        @Nullable String userId,
        String status,
        String document,
        double confidence,
        Instant createdAt) {

    public StoredQuery {
        if (id.isBlank() || query.isBlank()) {
            throw new IllegalArgumentException("a query needs an id and words, was: " + id);
        }
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie within 0 and 1, was: " + confidence);
        }
    }
}
