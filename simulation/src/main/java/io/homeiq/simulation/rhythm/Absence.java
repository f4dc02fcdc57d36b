package io.homeiq.simulation.rhythm;

/** A while out of the home, in microseconds since 1970; the end is exclusive. */
record Absence(long from, long until) {

    boolean contains(long time) {
        return time >= from && time < until;
    }
}
