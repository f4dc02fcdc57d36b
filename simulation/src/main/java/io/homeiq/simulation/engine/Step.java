package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * An entity is to take a state.
 *
 * @param details attributes beside those that the entity always has in this state
 * @param routine id of the routine that it follows; null if none
 */
public record Step(
        EntityId entity,
        String state,
        Attributes details,
        Actor actor,
        @Nullable String routine) {

    /** A step of a machine, without details. */
    public static Step of(EntityId entity, String state, Actor actor) {
        return new Step(entity, state, Attributes.NONE, actor, null);
    }
}
