package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Who really caused a change.
 *
 * @param kind {@code person, automation, scene, echo, derived, restore, physical} or {@code unknown}, as the attribution file names them
 * @param person user id of whoever did it through Home Assistant
 * @param automation the automation or scene that did it
 * @param routine id of the planted routine that it belongs to
 */
public record TrueCause(
        String kind,
        @Nullable String person,
        @Nullable EntityId automation,
        @Nullable String routine) {

    static final TrueCause UNKNOWN = new TrueCause("unknown", null, null, null);
    static final TrueCause DERIVED = new TrueCause("derived", null, null, null);
    static final TrueCause RESTORE = new TrueCause("restore", null, null, null);
    static final TrueCause ECHO = new TrueCause("echo", null, null, null);
    /** A machine of its own, with nothing in Home Assistant behind it. */
    static final TrueCause DEVICE = new TrueCause("unknown", null, null, null);

    static TrueCause physical(@Nullable String routine) {
        return new TrueCause("physical", null, null, routine);
    }

    static TrueCause person(String user, @Nullable String routine) {
        return new TrueCause("person", user, null, routine);
    }

    static TrueCause automation(EntityId automation) {
        return new TrueCause("automation", null, automation, null);
    }

    static TrueCause scene(EntityId scene) {
        return new TrueCause("scene", null, scene, null);
    }
}
