package io.homeiq.mining.synergy;

/** What people may do upon an occasion: set one device, or several. */
interface Reply {

    /** Whether all of it could be done at a time, in epoch milliseconds. */
    boolean arePossibleAt(long time);

    /** Whether people did all of it soon after. */
    boolean followBy(long time, long withinMillis);

    /** How often people did it, whatever came before, in [from, until). */
    int acts(long from, long until);
}
