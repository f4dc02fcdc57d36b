package io.homeiq.mining.ranking;

/** The logistic function, {@code 1 / (1 + exp(−x))}. */
final class Logistic {

    private Logistic() {}

    /** By the half on which the exponential cannot overflow. */
    static double of(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double small = Math.exp(x);
        return small / (1 + small);
    }
}
