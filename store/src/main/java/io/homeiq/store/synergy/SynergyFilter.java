package io.homeiq.store.synergy;

import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyType;
import org.jspecify.annotations.Nullable;

/**
 * Which synergies to list.
 *
 * @param type null: any
 * @param minConfidence 0 to 1
 * @param depth how many entities it ties, 2 to 4; null: any
 * @param includeRejected also those to which a person last said no
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset how many of the best to leave out; 0 or more
 */
public record SynergyFilter(
        @Nullable SynergyType type,
        double minConfidence,
        @Nullable Integer depth,
        boolean includeRejected,
        int limit,
        int offset) {

    /** The most synergies that are handed out at once. */
    public static final int MAX_LIMIT = 1_000;

    public SynergyFilter {
        if (!(0 <= minConfidence && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must lie within 0 and 1, was: " + minConfidence);
        }
        if (depth != null && (depth < Synergy.MIN_DEPTH || depth > Synergy.MAX_DEPTH)) {
            throw new IllegalArgumentException(
                    "depth must lie within " + Synergy.MIN_DEPTH + " and " + Synergy.MAX_DEPTH + ", was: " + depth);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie within 1 and " + MAX_LIMIT + ", was: " + limit);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was: " + offset);
        }
    }

    /** The best ones that nobody has rejected. */
    public static SynergyFilter best(int limit) {
        return new SynergyFilter(null, 0, null, false, limit, 0);
    }
}
