package io.homeiq.mining.repair;

/**
 * How likely a run that people want ends as it did, as logarithms.
 *
 * @param undoneThoughWanted 0 to 1: on a whim, or because it is always used so shortly
 * @param doneBefore 0 to 1: that people did it by hand shortly before it ran, as some do who do it at about that time; 0 where that does not tell
 */
record Odds(double undoneThoughWanted, double doneBefore) {

    /** That they did so though they do not want it then any more. */
    private static final double DONE_BY_CHANCE = 0.04;

    private static final double LEAST = 0.04;
    private static final double MOST = 0.5;
    private static final double MOST_BEFORE = 0.9;

    Odds {
        undoneThoughWanted = Math.clamp(undoneThoughWanted, LEAST, MOST);
        doneBefore = doneBefore <= DONE_BY_CHANCE ? 0 : Math.min(MOST_BEFORE, doneBefore);
    }

    double wanted(Sighting sighting) {
        double finding = ofFinding(sighting, true);
        if (!sighting.acted()) {
            return finding;
        }
        return finding + sighting.weight() * Math.log(sighting.undone() ? undoneThoughWanted : 1 - undoneThoughWanted);
    }

    /** How likely it is that it found everything done by hand shortly before, or did not. */
    double ofFinding(Sighting sighting, boolean wanted) {
        if (doneBefore == 0 || !sighting.acted() && !sighting.foundDone()) {
            return 0;
        }
        double before = wanted ? doneBefore : DONE_BY_CHANCE;
        return sighting.weight() * Math.log(sighting.acted() ? 1 - before : before);
    }
}
