package io.homeiq.simulation;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sample home's rooms, devices and people. */
final class House {

    static final String ANN = "1b5c0d9e6f7a4b3c8d2e1f0a9b8c7d6e";
    static final String BEN = "2c6d1e0f7a8b4c5d9e3f2a1b0c9d8e7f";

    private static final List<String> AREAS =
            List.of("hall", "kitchen", "living_room", "bedroom", "bathroom", "garden", "garage");

    /** Entity, area, integration, device class. */
    private static final List<String> THINGS = List.of(
            "light.hall hall hue -",
            "light.kitchen kitchen hue -",
            "light.living_room living_room hue -",
            "light.floor_lamp living_room hue -",
            "light.desk living_room hue -",
            "light.bedroom bedroom hue -",
            "light.bathroom bathroom hue -",
            "light.porch garden zha -",
            "light.garden_spot garden zha -",
            "switch.garden_spot garden zha outlet",
            "light.living_group living_room group -",
            "switch.coffee_machine kitchen zha outlet",
            "switch.fountain garden tuya outlet",
            "media_player.tv living_room webostv tv",
            "cover.bedroom_shutter bedroom zwave_js shutter",
            "cover.garage_door garage zwave_js garage",
            "lock.front_door hall zwave_js -",
            "climate.living_room living_room tado -",
            "binary_sensor.hall_motion hall hue motion",
            "binary_sensor.kitchen_motion kitchen hue motion",
            "binary_sensor.bathroom_motion bathroom hue motion",
            "binary_sensor.front_door hall zha door",
            "binary_sensor.street_motion garden unifi motion");

    private final SimulationSettings settings;

    House(SimulationSettings settings) {
        this.settings = settings;
    }

    static EntityId sensor(int number) {
        return new EntityId("sensor.measure_" + number);
    }

    HomeRegistry registry() {
        List<Device> devices = new ArrayList<>();
        List<Entity> entities = new ArrayList<>();
        for (String thing : THINGS) {
            String[] parts = thing.split(" ", -1);
            EntityId id = new EntityId(parts[0]);
            String device = "device_" + id.objectId();
            if (devices.stream().noneMatch(known -> known.id().equals(device))) {
                devices.add(new Device(device, title(id.objectId()), parts[1], null, "Sample", parts[2], Set.of()));
            }
            entities.add(entity(id, parts[2], device, parts[3].equals("-") ? null : parts[3], null));
        }
        for (int i = 0; i < settings.sensors(); i++) {
            entities.add(entity(sensor(i), "zha", null, "temperature", "°C"));
        }
        entities.add(entity(new EntityId("person.ann"), "person", null, null, null));
        entities.add(entity(new EntityId("person.ben"), "person", null, null, null));
        return new HomeRegistry(
                new HomeConfig("Sample home", settings.zone(), settings.location()),
                AREAS.stream()
                        .map(id -> new Area(id, title(id), null, List.of()))
                        .toList(),
                devices,
                entities,
                List.of(new User(ANN, "Ann", false, true), new User(BEN, "Ben", false, true)));
    }

    private static Entity entity(
            EntityId id,
            String platform,
            @Nullable String device,
            @Nullable String deviceClass,
            @Nullable String unit) {
        String name = title(id.objectId())
                + (id.domain().equals("light") && !id.objectId().contains("lamp") ? " light" : "");
        return new Entity(id, name, platform, device, null, Set.of(), List.of(), false, false, null, deviceClass, unit);
    }

    private static String title(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('_', ' ');
    }
}
