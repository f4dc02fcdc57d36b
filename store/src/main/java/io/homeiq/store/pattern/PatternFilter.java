package io.homeiq.store.pattern;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns to list.
 *
 * @param kind null: any
 * @param entity that people act on; null: any
 * @param minConfidence 0 to 1
 * @param provenOnly only what may be proposed
 * @param includeRetired also what does not hold any more
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset how many of the best to leave out; 0 or more
 */
public record PatternFilter(
        @Nullable PatternKind kind,
        @Nullable EntityId entity,
        double minConfidence,
        boolean provenOnly,
        boolean includeRetired,
        int limit,
        int offset) {

    /** The most patterns that are handed out at once. */
    public static final int MAX_LIMIT = 1_000;

    public PatternFilter {
        if (!(0 <= minConfidence && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must lie within 0 and 1, was: " + minConfidence);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie within 1 and " + MAX_LIMIT + ", was: " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was: " + offset);
        }
    }

    /** The best ones that still hold. */
    public static PatternFilter best(int limit) {
        return new PatternFilter(null, null, 0, false, false, limit, 0);
    }
}
