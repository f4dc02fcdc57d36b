package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.Household;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Always so long after sunrise or sunset.
 *
 * @param offset seconds after it; negative: before it
 */
record AtSun(EntityId entity, short state, SunEvent event, Span offset, Attribution cause) implements Regularity {

    private static final long HALF_DAY_MILLIS = 43_200_000;

    @Override
    public boolean explains(Household home, long time) {
        OptionalDouble since = since(home, event, time);
        return since.isPresent() && offset.contains(since.getAsDouble());
    }

    /** Seconds from the nearest such event to a moment; negative before it; empty where the sun stays up or down. */
    static OptionalDouble since(Household home, SunEvent event, long time) {
        Sun sun = home.sun().orElse(null);
        if (sun == null) {
            return OptionalDouble.empty();
        }
        int day = home.calendar().dayOf(time);
        for (int near = day - 1; near <= day + 1; near++) {
            OptionalLong at = sun.at(event, near);
            if (at.isPresent() && Math.abs(time - at.getAsLong()) < HALF_DAY_MILLIS) {
                return OptionalDouble.of((time - at.getAsLong()) / 1000.0);
            }
        }
        return OptionalDouble.empty();
    }
}
