package io.homeiq.mining.repair;

/**
 * How much later people do it by hand than the automation would; negative: earlier.
 *
 * @param millis to the middle of the span
 * @param reachMillis from there to either end of it
 * @param usual how likely it is that they do it by hand then although nothing has changed, 0 to 1
 */
record Shift(long millis, long reachMillis, double usual) {

    /** Up to twenty minutes before it runs: who does it then still does it at its time. */
    static final Shift JUST_BEFORE = new Shift(-600_000, 600_000, 0);

    /** Whether an act could fall into both spans. */
    boolean overlaps(Shift other) {
        return Math.abs(millis - other.millis) <= reachMillis + other.reachMillis;
    }

    long from(long time) {
        return time + millis - reachMillis;
    }

    long to(long time) {
        return time + millis + reachMillis;
    }
}
