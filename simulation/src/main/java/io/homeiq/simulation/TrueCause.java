package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Step;
import org.jspecify.annotations.Nullable;

/**
 * Who really caused a change.
 *
 * @param kind {@code person, automation, script, scene, echo, derived, restore, physical} or {@code unknown}, as the
 *     attribution file names them. Unknown is what a device or nature does by itself, with nobody behind it
 * @param person user id of whoever did it; also where Home Assistant could not tell
 * @param automation the automation, script or scene that did it
 * @param routine id of the planted routine that it belongs to
 */
public record TrueCause(
        String kind,
        @Nullable String person,
        @Nullable EntityId automation,
        @Nullable String routine) {

    static final TrueCause UNKNOWN = new TrueCause("unknown", null, null, null);
    private static final TrueCause DERIVED = new TrueCause("derived", null, null, null);
    private static final TrueCause RESTORE = new TrueCause("restore", null, null, null);
    private static final TrueCause ECHO = new TrueCause("echo", null, null, null);

    /**
     * The cause of a step.
     *
     * @param step null for an event that is no change of a state
     */
    public static TrueCause of(@Nullable Step step) {
        if (step == null) {
            return UNKNOWN;
        }
        return switch (step.actor()) {
            case Actor.Hand hand -> new TrueCause("physical", hand.user(), null, step.routine());
            case Actor.App app -> new TrueCause("person", app.user(), null, step.routine());
            case Actor.Bridge bridge -> new TrueCause("person", bridge.user(), null, step.routine());
            case Actor.Automation automation -> new TrueCause("automation", null, automation.id(), null);
            case Actor.Script script -> new TrueCause("script", script.user(), script.id(), null);
            case Actor.Scene scene -> new TrueCause("scene", scene.user(), scene.id(), null);
            case Actor.Mirror ignored -> DERIVED;
            case Actor.Echo ignored -> ECHO;
            case Actor.Restored ignored -> RESTORE;
            case Actor.Itself ignored -> UNKNOWN;
        };
    }
}
