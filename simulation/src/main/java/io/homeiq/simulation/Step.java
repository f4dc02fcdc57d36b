package io.homeiq.simulation;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in the sample home, before contexts and noise are added.
 *
 * @param time epoch milliseconds
 * @param routine the routine that it follows, if it follows one
 */
record Step(
        long time,
        EntityId entity,
        String state,
        Attributes attributes,
        Actor actor,
        @Nullable String routine) {

    /** Who does it. */
    sealed interface Actor {

        /** A person's hand, or a person's app: which of both is decided by chance. */
        record Person(String user) implements Actor {}

        /** An automation of the home. */
        record Automation(EntityId id) implements Actor {}

        /** A scene that a person asks for. */
        record Scene(EntityId id, String user) implements Actor {}

        /** The device by itself: a sensor, a presence, a schedule of its own. */
        record Device() implements Actor {}
    }

    static final Actor DEVICE = new Actor.Device();

    static Step of(long time, String entity, String state, Actor actor) {
        return new Step(time, new EntityId(entity), state, Attributes.NONE, actor, null);
    }
}
