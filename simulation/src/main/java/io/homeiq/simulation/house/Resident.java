package io.homeiq.simulation.house;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who lives in the home.
 *
 * @param user id of the account in Home Assistant
 */
public record Resident(String name, String user) {

    /** As many as a home can have. */
    public static final List<Resident> ALL = List.of(
            new Resident("Ann", "1b5c0d9e6f7a4b3c8d2e1f0a9b8c7d6e"),
            new Resident("Ben", "2c6d1e0f7a8b4c5d9e3f2a1b0c9d8e7f"),
            new Resident("Cleo", "3d7e2f1a8b9c4d6e0f4a3b2c1d0e9f8a"),
            new Resident("Dan", "4e8f3a2b9c0d4e7f1a5b4c3d2e1f0a9b"));

    String id() {
        return name.toLowerCase(Locale.ROOT);
    }

    public EntityId person() {
        return new EntityId("person." + id());
    }

    /** Where the phone is by satellite. */
    public EntityId phone() {
        return new EntityId("device_tracker." + id() + "_phone");
    }

    /** Whether the router sees the phone, which sleeps now and then. */
    public EntityId wifi() {
        return new EntityId("device_tracker." + id() + "_phone_wifi");
    }

    EntityId battery() {
        return new EntityId("sensor." + id() + "_phone_battery");
    }
}
