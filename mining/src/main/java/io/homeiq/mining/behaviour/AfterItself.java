package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;

/**
 * Always so long after the entity took another state: a timer in the device, or one that somebody gave it.
 *
 * @param before code of the state that ends
 * @param lasted how many seconds that state lasted
 */
record AfterItself(EntityId entity, short state, short before, Span lasted, Attribution cause) implements Regularity {

    @Override
    public boolean explains(Household home, long time) {
        Timeline timeline = home.timeline(entity).orElse(null);
        int previous = timeline == null ? -1 : timeline.firstAtOrAfter(time) - 1;
        return timeline != null
                && previous >= 0
                && timeline.stateAt(previous) == before
                && lasted.contains((time - timeline.timeAt(previous)) / 1000.0);
    }
}
