package io.homeiq.mining.drift;

/**
 * How likely one habit is left out when it is due next: the larger of what all its occasions so far tell and what the
 * latest tell, so that a habit that weakens or ends is soon no witness of anything else.
 */
final class Omission {

    /** Before anything is known, four of five are kept. */
    private static final double KEPT = 4;

    private static final double LEFT = 1;

    /** What one more occasion leaves of the weight of those before it: the latest seven count. */
    private static final double MEMORY = 0.85;

    private double kept = KEPT;
    private double left = LEFT;
    private double lately = LEFT / (KEPT + LEFT);

    void note(boolean wasKept) {
        kept += wasKept ? 1 : 0;
        left += wasKept ? 0 : 1;
        lately = MEMORY * lately + (1 - MEMORY) * (wasKept ? 0 : 1);
    }

    /** 0 to 1, both excluded. */
    double chance() {
        return Math.max(left / (kept + left), lately);
    }
}
