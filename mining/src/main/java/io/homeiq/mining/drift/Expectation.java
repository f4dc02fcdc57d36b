package io.homeiq.mining.drift;

/** What is to be expected of a regime before anything is known of it, as two Beta distributions. */
public enum Expectation {
    /** Asked whenever the habit is due: people keep four of five, or leave four of five. */
    WHEN_DUE(4, 1, 1, 4, 0.5),

    /**
     * Asked every day of what has no day of its own: on any share of the days, or on hardly any. The days begin with one
     * on which it was kept, so it was not left then, however rarely it comes up.
     */
    ON_A_DAY(1, 1, 0.2, 5, 0);

    private final double kept;
    private final double keptMisses;
    private final double leftHits;
    private final double left;
    private final double leftAtFirst;

    Expectation(double kept, double keptMisses, double leftHits, double left, double leftAtFirst) {
        this.kept = kept;
        this.keptMisses = keptMisses;
        this.leftHits = leftHits;
        this.left = left;
        this.leftAtFirst = leftAtFirst;
    }

    double kept() {
        return kept;
    }

    double keptMisses() {
        return keptMisses;
    }

    double leftHits() {
        return leftHits;
    }

    double left() {
        return left;
    }

    /** How likely it is that they had left it on the first of the days, 0 to 1. */
    double leftAtFirst() {
        return leftAtFirst;
    }
}
