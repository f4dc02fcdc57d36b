package io.homeiq.query.language;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two homes to speak of: a house with proper names, and a flat whose things are only known by their ids. */
public final class SampleHomes {

    private SampleHomes() {}

    public static HomeRegistry house() {
        List<Area> areas = List.of(
                area("living_room", "Living Room"),
                area("kitchen", "Kitchen"),
                area("hallway", "Hallway"),
                area("bedroom", "Bedroom"),
                area("porch", "Porch"));
        List<Entity> entities = List.of(
                entity("light.porch", "Porch light", "porch", null),
                entity("light.hall", "Hall light", "hallway", null),
                entity("light.kitchen_ceiling", "Kitchen ceiling light", "kitchen", null),
                entity("light.kitchen_counter", "Counter light", "kitchen", null),
                entity("light.living_room", "Living room light", "living_room", null),
                entity("light.floor_lamp", "Floor lamp", "living_room", null),
                entity("light.bedside", "Night light", "bedroom", null),
                entity("switch.coffee", "Coffee machine", "kitchen", null),
                entity("switch.garage_heater", "Garage heater", null, null),
                entity("fan.bedroom", "Ceiling fan", "bedroom", null),
                entity("cover.living_room_blinds", "Living room blinds", "living_room", "blind"),
                entity("cover.garage", "Garage door", null, "garage"),
                entity("media_player.tv", "TV", "living_room", "tv"),
                entity("lock.front_door", "Front door lock", "hallway", null),
                entity("binary_sensor.front_door", "Front door", "hallway", "door"),
                entity("binary_sensor.hallway_motion", "Hallway motion", "hallway", "motion"),
                entity("binary_sensor.kitchen_motion", "Kitchen motion", "kitchen", "motion"),
                entity("sensor.bedroom_temperature", "Bedroom temperature", "bedroom", "temperature"),
                entity("climate.living_room", "Thermostat", "living_room", null),
                entity("scene.movie", "Movie", null, null),
                entity("person.ann", "Ann", null, null),
                entity("person.ben", "Ben", null, null));
        return new HomeRegistry(HomeConfig.UNKNOWN, areas, List.of(), entities, List.of());
    }

    static HomeRegistry flat() {
        List<Area> areas = List.of(area("bad", "Bathroom"), area("buero", "Study"));
        List<Entity> entities = List.of(
                entity("light.bathroom_mirror", null, "bad", null),
                entity("light.study_desk_lamp", null, "buero", null),
                entity("switch.study_plug", null, "buero", null),
                entity("binary_sensor.bathroom_window", null, "bad", "window"),
                entity("vacuum.rosie", null, null, null),
                entity("person.mia", "Mia", null, null));
        return new HomeRegistry(HomeConfig.UNKNOWN, areas, List.of(), entities, List.of());
    }

    private static Area area(String id, String name) {
        return new Area(id, name, null, List.of(), Set.of());
    }

    private static Entity entity(
            String id, @Nullable String name, @Nullable String area, @Nullable String deviceClass) {
        return new Entity(
                new EntityId(id), name, "demo", null, area, Set.of(), List.of(), false, false, null, deviceClass, null);
    }
}
