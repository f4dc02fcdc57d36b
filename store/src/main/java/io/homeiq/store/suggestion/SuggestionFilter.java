package io.homeiq.store.suggestion;

import java.util.Set;

/**
 * Which suggestions to list.
 *
 * @param statuses any of these; empty: all
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset how many of the best to leave out; 0 or more
 */
public record SuggestionFilter(Set<SuggestionStatus> statuses, int limit, int offset) {

    /** The most suggestions that are handed out at once. */
    public static final int MAX_LIMIT = 1_000;

    public SuggestionFilter {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie within 1 and " + MAX_LIMIT + ", was: " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was: " + offset);
        }
    }

    /** As many as are handed out at once. */
    public static SuggestionFilter in(SuggestionStatus... statuses) {
        return new SuggestionFilter(Set.of(statuses), MAX_LIMIT, 0);
    }
}
