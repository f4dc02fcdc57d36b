package io.homeiq.mining.habit;

import org.jspecify.annotations.Nullable;

/**
 * One side of a number. The limit itself is on neither side, as in Home Assistant.
 *
 * @param above true: larger numbers; false: smaller ones
 */
public record Limit(boolean above, double value) {

    /** Whether the number lies beyond the limit; one that is not known does not. Both have the width of a reading. */
    boolean matches(float number) {
        return above ? number > (float) value : number < (float) value;
    }

    @Nullable
    Double aboveOrNull() {
        return above ? value : null;
    }

    @Nullable
    Double belowOrNull() {
        return above ? null : value;
    }
}
