package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;

/**
 * Something that people do: they set an entity to a state.
 *
 * @param state its code in the home's {@link io.homeiq.mining.timeline.StateNames}
 */
record Deed(EntityId entity, short state) {}
