package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.LocalDays;

/**
 * Always at the same second of the day.
 *
 * @param seconds of the day as the clock on the wall shows them; may reach below 0 or beyond 86,400
 */
record AtClock(EntityId entity, short state, Span seconds, Attribution cause) implements Regularity {

    private static final double DAY_SECONDS = 86_400;

    @Override
    public boolean explains(Household home, long time) {
        double second = secondOfDay(home.calendar(), time);
        return seconds.contains(second)
                || seconds.contains(second - DAY_SECONDS)
                || seconds.contains(second + DAY_SECONDS);
    }

    static double secondOfDay(LocalDays calendar, long time) {
        return calendar.secondOfDay(time) + Math.floorMod(time, 1000L) / 1000.0;
    }
}
