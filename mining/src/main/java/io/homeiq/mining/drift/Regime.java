package io.homeiq.mining.drift;

/**
 * Days from one change to the next, through which people keep a habit about equally often: a Beta distribution over how
 * often, and how likely it is that these are the days we live in.
 *
 * @param first its first day
 * @param followed whether it is one of keeping the habit, mostly; else of leaving it, mostly
 * @param weight how likely it is, 0 to 1
 * @param kept of the Beta distribution
 * @param left of the Beta distribution
 */
record Regime(int first, boolean followed, double weight, double kept, double left) {

    /** However well a habit is kept, so often something comes between: one miss of the most faithful is no end. */
    private static final double LAPSE = 0.04;

    static Regime fresh(Expectation expected, int first, boolean followed, double weight) {
        return followed
                ? new Regime(first, true, weight, expected.kept(), expected.keptMisses())
                : new Regime(first, false, weight, expected.leftHits(), expected.left());
    }

    /** How often people keep it, on average. */
    double rate() {
        return kept / (kept + left);
    }

    /** After one more day, which makes it more or less likely. */
    Regime after(KeptDay day) {
        double part = day.weight();
        double likely = LAPSE + (1 - 2 * LAPSE) * rate();
        double likelihood = Math.pow(likely, part * day.kept()) * Math.pow(1 - likely, part * day.left());
        return new Regime(first, followed, weight * likelihood, kept + part * day.kept(), left + part * day.left());
    }

    Regime times(double factor) {
        return new Regime(first, followed, weight * factor, kept, left);
    }
}
