package io.homeiq.mining.ranking;

import java.util.Arrays;

/** A column of numbers brought to mean 0 and standard deviation 1, so that one penalty suits all columns. */
final class Standardized {

    /** Below this a column does not vary; then it is left as it is, and adds nothing. */
    private static final double LEAST_SPREAD = 1e-9;

    private final double centre;
    private final double scale;
    private final double[] values;

    private Standardized(double centre, double scale, double[] values) {
        this.centre = centre;
        this.scale = scale;
        this.values = values;
    }

    /** @param column at least one number */
    static Standardized of(double[] column) {
        double centre = Arrays.stream(column).average().orElseThrow();
        double variance = Arrays.stream(column)
                .map(value -> (value - centre) * (value - centre))
                .average()
                .orElseThrow();
        double spread = Math.sqrt(variance);
        double scale = spread < LEAST_SPREAD ? 1 : spread;
        return new Standardized(
                centre,
                scale,
                Arrays.stream(column).map(value -> (value - centre) / scale).toArray());
    }

    double centre() {
        return centre;
    }

    double scale() {
        return scale;
    }

    double[] values() {
        return values;
    }
}
