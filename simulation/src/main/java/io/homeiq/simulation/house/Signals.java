package io.homeiq.simulation.house;

import io.homeiq.contracts.home.EntityId;

/** Entities that a home has once, by names that are the same everywhere. */
public final class Signals {

    public static final EntityId SUN = new EntityId("sun.sun");

    /** How many people are at home. */
    public static final EntityId ZONE = new EntityId("zone.home");

    /** A template: whether anybody is at home. */
    public static final EntityId ANYONE = new EntityId("binary_sensor.anyone_home");

    /** The light outside. */
    public static final EntityId DAYLIGHT = new EntityId("sensor.outdoor_brightness");

    /** A lamp with a light sensor of its own. */
    public static final EntityId DRIVEWAY = new EntityId("light.driveway");

    public static final EntityId SCENE = new EntityId("scene.evening");

    public static final EntityId SCRIPT = new EntityId("script.good_night");

    private Signals() {}

    /** Whether the phone is being charged, which tells of the night. */
    public static EntityId charging(Resident resident) {
        return new EntityId("binary_sensor." + resident.id() + "_phone_charging");
    }
}
