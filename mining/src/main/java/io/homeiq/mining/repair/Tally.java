package io.homeiq.mining.repair;

/** Adds up how likely sightings are together, one after the other, where how often people react is not known but the same for all of them. */
final class Tally {

    private final Odds odds;
    private double known;
    private double undone;
    private double kept;
    private double done;
    private double left;

    Tally(Odds odds) {
        this.odds = odds;
    }

    /** It was wanted at this run. */
    void wanted(Sighting sighting) {
        known += odds.wanted(sighting);
    }

    /** It was not wanted at this run. */
    void unwanted(Sighting sighting) {
        known += odds.ofFinding(sighting, false);
        reaction(sighting);
    }

    /** It was not wanted at this run but at another time, near enough for people to have done it by hand when it ran as often as before. */
    void wantedNearby(Sighting sighting) {
        known += odds.ofFinding(sighting, true);
        reaction(sighting);
    }

    private void reaction(Sighting sighting) {
        if (sighting.acted()) {
            undone += sighting.undone() ? sighting.weight() : 0;
            kept += sighting.undone() ? 0 : sighting.weight();
        }
    }

    /** How much likelier what people did by hand at another time is, if that is their time now. */
    void atItsTime(Sighting sighting, ByHand then, Shift shift) {
        switch (then) {
            case DONE -> {
                done += sighting.weight();
                known -= sighting.weight() * Math.log(shift.usual());
            }
            case LEFT -> {
                left += sighting.weight();
                known -= sighting.weight() * Math.log(1 - shift.usual());
            }
            case UNTOLD -> {}
        }
    }

    /** The logarithm. */
    double weight() {
        return known + UnknownRate.UNDOES.of(undone, kept) + UnknownRate.DOES.of(done, left);
    }
}
