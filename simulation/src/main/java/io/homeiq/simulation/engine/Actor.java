package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/** Who really is behind a change, whatever Home Assistant notes of it. */
public sealed interface Actor {

    /** The device or nature by itself: sensors, presence, schedules kept by a device. */
    Actor ITSELF = new Itself();

    /** The late end of something that was begun before. */
    Actor ECHO = new Echo();

    /** Nothing changed, it is only told again. */
    Actor RESTORED = new Restored();

    /** A person's hand on the device. */
    record Hand(String user) implements Actor {}

    /** A person through Home Assistant, with the account told. */
    record App(String user, Context context) implements Actor {}

    /** A person through a voice assistant or another system, which has no account to tell. */
    record Bridge(String user, Context context) implements Actor {}

    /** A run of an automation. */
    record Automation(EntityId id, Context context) implements Actor {}

    /** A run of a script that a person started. */
    record Script(EntityId id, String user, Context context) implements Actor {}

    /** A scene that a person asked for. */
    record Scene(EntityId id, String user, Context context) implements Actor {}

    /**
     * A group, template or other entity that follows one which changed just now.
     *
     * @param context of that change, if the follower takes it over; null if it has one of its own
     */
    record Mirror(@Nullable Context context) implements Actor {}

    /** See {@link #ITSELF}. */
    record Itself() implements Actor {}

    /** See {@link #ECHO}. */
    record Echo() implements Actor {}

    /** See {@link #RESTORED}. */
    record Restored() implements Actor {}
}
