package io.homeiq.mining.repair;

/**
 * One run of the automation, as far as it tells what people want. Times are epoch milliseconds.
 *
 * @param day the local day of the run
 * @param ranAt when it was triggered
 * @param acted whether it changed anything
 * @param undone whether a person undid that soon after
 * @param foundDone whether it changed nothing because people had done it by hand shortly before
 * @param weight above 0, up to 1: many runs of one day tell little more than a few
 */
record Sighting(int day, long ranAt, boolean acted, boolean undone, boolean foundDone, double weight) {

    /** So many independent runs a day are believed in at most. */
    private static final double MOST_A_DAY = 4;

    Sighting amongst(long runsOfTheDay) {
        return new Sighting(day, ranAt, acted, undone, foundDone, Math.min(1, MOST_A_DAY / runsOfTheDay));
    }

    /** Whether people let it be. */
    boolean isKept() {
        return acted && !undone;
    }
}
