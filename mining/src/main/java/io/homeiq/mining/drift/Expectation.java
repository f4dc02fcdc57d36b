package io.homeiq.mining.drift;

/** What is to be expected of a regime before anything is known of it, as two Beta distributions. */
public enum Expectation {
    /** Asked whenever the habit is due: people keep four of five, or leave four of five. */
    WHEN_DUE(4, 1, 1, 4),

    /** Asked every day of what has no day of its own: on any share of the days, or on hardly any. */
    ON_A_DAY(1, 1, 0.2, 5);

    private final double kept;
    private final double keptMisses;
    private final double leftHits;
    private final double left;

    Expectation(double kept, double keptMisses, double leftHits, double left) {
        this.kept = kept;
        this.keptMisses = keptMisses;
        this.leftHits = leftHits;
        this.left = left;
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
}
