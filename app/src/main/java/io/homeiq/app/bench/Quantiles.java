package io.homeiq.app.bench;

import java.util.Arrays;

/** Quantiles by the nearest rank: always a value that was measured. */
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The value that this share of all does not exceed; infinite if there is none. */
    public double at(double share) {
        return sorted.length == 0
                ? Double.POSITIVE_INFINITY
                : sorted[Math.max(0, Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1))];
    }

    public int count() {
        return sorted.length;
    }
}
