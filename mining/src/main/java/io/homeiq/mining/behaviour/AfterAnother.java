package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;

/**
 * Always so long after something else happened.
 *
 * @param lag seconds from the leader's change to this one
 */
record AfterAnother(EntityId entity, short state, Leader leader, Span lag, Attribution cause) implements Regularity {

    @Override
    public boolean explains(Household home, long time) {
        return leader.happened(home, lag, time);
    }
}
