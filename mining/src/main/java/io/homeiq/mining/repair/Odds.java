package io.homeiq.mining.repair;

/**
 * How likely people undo what an automation does, as logarithms.
 *
 * @param undoneThoughWanted 0 to 1: on a whim, or because it is always used so shortly
 */
record Odds(double undoneThoughWanted) {

    /** Not everybody who does not want it is there to undo it. */
    private static final double UNDONE_WHEN_UNWANTED = 0.72;

    /** How likely people do by hand what they want at another time. */
    private static final double DONE_AT_ITS_TIME = 0.65;

    private static final double LEAST = 0.04;
    private static final double MOST = 0.5;

    Odds {
        undoneThoughWanted = Math.clamp(undoneThoughWanted, LEAST, MOST);
    }

    double of(Sighting sighting, boolean wanted) {
        if (!sighting.acted()) {
            return 0;
        }
        double undone = wanted ? undoneThoughWanted : UNDONE_WHEN_UNWANTED;
        return sighting.weight() * Math.log(sighting.undone() ? undone : 1 - undone);
    }

    /** How much likelier what people did by hand then is, if that is their time now. */
    static double ofTime(boolean doneThen, Shift shift) {
        return doneThen
                ? Math.log(DONE_AT_ITS_TIME / shift.usual())
                : Math.log((1 - DONE_AT_ITS_TIME) / (1 - shift.usual()));
    }
}
