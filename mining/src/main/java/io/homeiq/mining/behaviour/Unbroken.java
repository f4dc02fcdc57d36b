package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;

/** Once on each and every day, and always undone by a machine: nobody is that reliable. */
record Unbroken(EntityId entity, short state, Attribution cause) implements Regularity {

    @Override
    public boolean explains(Household home, long time) {
        return true;
    }
}
