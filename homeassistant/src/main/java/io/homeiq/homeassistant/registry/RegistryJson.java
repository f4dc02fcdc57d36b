package io.homeiq.homeassistant.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.User;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry as one JSON object with the sections {@code areas}, {@code devices}, {@code entities}, {@code users},
 * {@code config}, each as the WebSocket command returns it that lists it ({@code config/area_registry/list} and so on;
 * {@code config/auth/list}, {@code get_config}). Every section and field may be missing, fields that are not known are
 * passed over, and what has no id is left out.
 */
public final class RegistryJson {

    private RegistryJson() {}

    /**
     * Reads the sections.
     *
     * @throws SourceException of kind INVALID if the time zone or the location cannot be
     */
    public static HomeRegistry parse(JsonNode sections) {
        List<Device> devices = devices(sections);
        Map<String, String> deviceNames = new HashMap<>();
        devices.forEach(device -> {
            if (device.name() != null) {
                deviceNames.putIfAbsent(device.id(), device.name());
            }
        });
        EntityJson entities = new EntityJson(deviceNames);
        return new HomeRegistry(
                config(sections.get("config")),
                areas(sections),
                devices,
                entities.readAll(JsonFields.items(sections, "entities")),
                users(sections));
    }

    private static HomeConfig config(@Nullable JsonNode config) {
        if (config == null || !config.isObject()) {
            return HomeConfig.UNKNOWN;
        }
        String name = JsonFields.text(config, "location_name");
        return new HomeConfig(name == null ? HomeConfig.UNKNOWN.name() : name, timeZone(config), location(config));
    }

    private static ZoneId timeZone(JsonNode config) {
        String zone = JsonFields.text(config, "time_zone");
        if (zone == null) {
            return HomeConfig.UNKNOWN.timeZone();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            String message = "time_zone must be a name such as Europe/Amsterdam, was: " + zone;
            throw new SourceException(Kind.INVALID, message, unknown);
        }
    }

    private static @Nullable Location location(JsonNode config) {
        Double latitude = JsonFields.number(config, "latitude");
        Double longitude = JsonFields.number(config, "longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new Location(latitude, longitude);
        } catch (IllegalArgumentException impossible) {
            throw new SourceException(Kind.INVALID, String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private static List<Area> areas(JsonNode sections) {
        List<Area> areas = new ArrayList<>();
        for (JsonNode area : JsonFields.items(sections, "areas")) {
            String id = JsonFields.text(area, "area_id", "id");
            if (id != null) {
                String name = JsonFields.text(area, "name");
                areas.add(new Area(
                        id,
                        name == null ? id : name,
                        JsonFields.text(area, "floor_id"),
                        JsonFields.texts(area, "aliases"),
                        JsonFields.set(area, "labels")));
            }
        }
        return areas;
    }

    private static List<Device> devices(JsonNode sections) {
        List<Device> devices = new ArrayList<>();
        for (JsonNode device : JsonFields.items(sections, "devices")) {
            String id = JsonFields.text(device, "id");
            if (id != null) {
                devices.add(new Device(
                        id,
                        JsonFields.text(device, "name_by_user", "name"),
                        JsonFields.text(device, "area_id"),
                        JsonFields.text(device, "parent_device_id"),
                        JsonFields.text(device, "manufacturer"),
                        JsonFields.text(device, "model"),
                        JsonFields.set(device, "labels")));
            }
        }
        return devices;
    }

    private static List<User> users(JsonNode sections) {
        List<User> users = new ArrayList<>();
        for (JsonNode user : JsonFields.items(sections, "users")) {
            String id = JsonFields.text(user, "id");
            if (id != null) {
                String name = JsonFields.text(user, "name", "username");
                users.add(new User(
                        id,
                        name == null ? id : name,
                        JsonFields.flag(user, "system_generated", false),
                        JsonFields.flag(user, "is_active", true)));
            }
        }
        return users;
    }

    /** The sections of a registry, in an order of their own, such that they read back equal. */
    public static ObjectNode write(HomeRegistry registry) {
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        var areas = sections.putArray("areas");
        for (Area area : registry.areas()) {
            ObjectNode node = areas.addObject().put("area_id", area.id()).put("name", area.name());
            node.put("floor_id", area.floorId());
            area.aliases().forEach(node.putArray("aliases")::add);
            area.labels().forEach(node.putArray("labels")::add);
        }
        var devices = sections.putArray("devices");
        registry.devices().forEach(device -> write(device, devices.addObject()));
        var entities = sections.putArray("entities");
        registry.entities().forEach(entity -> EntityJson.write(entity, entities.addObject()));
        var users = sections.putArray("users");
        for (User user : registry.users()) {
            ObjectNode node = users.addObject().put("id", user.id()).put("name", user.name());
            node.put("system_generated", user.systemGenerated()).put("is_active", user.active());
        }
        if (!registry.config().equals(HomeConfig.UNKNOWN)) {
            write(registry.config(), sections.putObject("config"));
        }
        return sections;
    }

    private static void write(Device device, ObjectNode node) {
        node.put("id", device.id()).put("name", device.name()).put("area_id", device.areaId());
        node.put("parent_device_id", device.parentDeviceId());
        node.put("manufacturer", device.manufacturer()).put("model", device.model());
        device.labels().stream().sorted().forEach(node.putArray("labels")::add);
    }

    private static void write(HomeConfig config, ObjectNode node) {
        node.put("location_name", config.name())
                .put("time_zone", config.timeZone().getId());
        Location location = config.location();
        if (location != null) {
            node.put("latitude", location.latitude()).put("longitude", location.longitude());
        }
    }
}
