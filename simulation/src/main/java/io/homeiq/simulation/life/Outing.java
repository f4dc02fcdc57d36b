package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Day;

/**
 * A while out of the home.
 *
 * @param goes whether it begins by leaving; false where somebody is away since the day before
 * @param comes whether it ends by coming home; false where somebody stays away over night
 */
record Outing(long from, long until, boolean goes, boolean comes) {

    static Outing of(long leaves, long returns) {
        return new Outing(leaves, returns, true, true);
    }

    static Outing setOut(long leaves, Day day) {
        return new Outing(leaves, day.end(), true, false);
    }

    static Outing allDay(Day day) {
        return new Outing(day.start(), day.end(), false, false);
    }

    static Outing comeBack(Day day, long returns) {
        return new Outing(day.start(), returns, false, true);
    }

    boolean contains(long time) {
        return time >= from && time < until;
    }
}
