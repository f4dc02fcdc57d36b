package io.homeiq.mining.drift;

import java.util.Arrays;

/**
 * Around what time people do something, as they used to: robust against days on which they did it at any time.
 *
 * @param centre offset from the time of the habit, in seconds
 * @param spread like a standard deviation, in seconds
 * @param wild how much wider the acts lie than a normal spread would have them, at least 1
 * @param acts from how many acts that is known
 */
public record UsualTime(double centre, double spread, double wild, int acts) {

    /** Nobody is taken to be more punctual, in seconds. */
    private static final double LEAST_SPREAD = 4 * 60;

    /** From the median absolute deviation to the standard deviation of a normal spread. */
    private static final double NORMAL = 1.4826;

    private static final double MOST = 3;

    /** Of offsets in seconds, at least one. */
    public static UsualTime of(double[] offsets) {
        double centre = median(offsets);
        double spread = Math.max(
                LEAST_SPREAD,
                NORMAL
                        * median(Arrays.stream(offsets)
                                .map(value -> Math.abs(value - centre))
                                .toArray()));
        double squares = Arrays.stream(offsets)
                .map(value -> Math.clamp((value - centre) / spread, -MOST, MOST))
                .map(distance -> distance * distance)
                .average()
                .orElse(1);
        return new UsualTime(centre, spread, Math.max(1, Math.sqrt(squares)), offsets.length);
    }

    /** How far a time lies from the usual one, in spreads, but no more than so many either way. */
    double distance(double offset, double most) {
        return Math.clamp((offset - centre) / spread, -most, most) / wild;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
