package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;

/** One way in which a machine keeps setting an entity to a state. */
sealed interface Regularity permits AtClock, AtSun, AfterItself, AfterAnother, Unbroken {

    EntityId entity();

    /** Code of the state that is set. */
    short state();

    /**
     * Whether the regularity explains that the state was taken at a moment.
     *
     * @param time epoch milliseconds
     */
    boolean explains(Household home, long time);

    /** What is to be told of a change that it explains. */
    Attribution cause();
}
