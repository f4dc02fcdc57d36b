package io.homeiq.mining.repair;

/** What people may want since some day. */
@FunctionalInterface
interface NewWays {

    /** Adds to the tally what a sighting is under these ways. */
    void tell(Sighting sighting, Tally tally);
}
