package io.homeiq.store.training;

import org.jspecify.annotations.Nullable;

/**
 * Which training runs to list.
 *
 * @param trainingType null: any
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset how many of the latest to leave out; 0 or more
 */
public record TrainingRunFilter(@Nullable String trainingType, int limit, int offset) {

    /** The most runs that are handed out at once. */
    public static final int MAX_LIMIT = 100;

    public TrainingRunFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie within 1 and " + MAX_LIMIT + ", was: " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was: " + offset);
        }
    }
}
