package io.homeiq.store.pattern;

/**
 * Whether a pattern grows more certain.
 *
 * @param strength the last confidence minus the average of those before, -1 to 1
 */
public record Trend(Direction direction, double strength) {

    /** Of a pattern seen for the first time. */
    static final Trend NONE = new Trend(Direction.STABLE, 0);

    /** Smaller changes are called stable. */
    private static final double LEAST_CHANGE = 0.05;

    /** Where the confidence is going. */
    public enum Direction {
        INCREASING,
        STABLE,
        DECREASING
    }

    static Trend of(double strength) {
        if (strength >= LEAST_CHANGE) {
            return new Trend(Direction.INCREASING, strength);
        }
        return new Trend(strength <= -LEAST_CHANGE ? Direction.DECREASING : Direction.STABLE, strength);
    }
}
