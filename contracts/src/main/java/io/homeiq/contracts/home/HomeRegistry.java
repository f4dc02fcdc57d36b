package io.homeiq.contracts.home;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Home Assistant knows of the home's parts and people. A snapshot: a refresh makes a new one.
 * Where a list holds an id twice, the first one counts.
 */
public final class HomeRegistry {

    /** A home of which nothing but its history is known. */
    public static final HomeRegistry EMPTY =
            new HomeRegistry(HomeConfig.UNKNOWN, List.of(), List.of(), List.of(), List.of());

    /** A part of a part of a part: deeper nesting is a loop in the data. */
    private static final int MAX_DEVICE_DEPTH = 4;

    private final HomeConfig config;
    private final List<Area> areas;
    private final List<Device> devices;
    private final List<Entity> entities;
    private final List<User> users;
    private final Map<String, Area> areaById;
    private final Map<String, Device> deviceById;
    private final Map<EntityId, Entity> entityById;
    private final Map<String, User> userById;

    /** Keeps copies of the lists; null is no member of any. */
    public HomeRegistry(
            HomeConfig config, List<Area> areas, List<Device> devices, List<Entity> entities, List<User> users) {
        this.config = config;
        this.areas = List.copyOf(areas);
        this.devices = List.copyOf(devices);
        this.entities = List.copyOf(entities);
        this.users = List.copyOf(users);
        this.areaById = index(this.areas, Area::id);
        this.deviceById = index(this.devices, Device::id);
        this.entityById = index(this.entities, Entity::id);
        this.userById = index(this.users, User::id);
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.toUnmodifiableMap(key, Function.identity(), (first, second) -> first));
    }

    /** When and where the home lives. */
    public HomeConfig config() {
        return config;
    }

    public List<Area> areas() {
        return areas;
    }

    public List<Device> devices() {
        return devices;
    }

    public List<Entity> entities() {
        return entities;
    }

    public List<User> users() {
        return users;
    }

    /** What is registered of the entity; empty for one that only the history knows. */
    public Optional<Entity> entity(EntityId id) {
        return Optional.ofNullable(entityById.get(id));
    }

    public Optional<User> user(String id) {
        return Optional.ofNullable(userById.get(id));
    }

    /** The device that shows itself in this entity. */
    public Optional<Device> deviceOf(EntityId id) {
        return entity(id).map(Entity::deviceId).map(deviceById::get);
    }

    /** The area that an entity counts to: its own, else its device's, else that of the device which this one is part of. */
    public Optional<Area> areaOf(EntityId id) {
        Optional<String> own = entity(id).map(Entity::areaId);
        return own.or(() -> deviceOf(id).flatMap(device -> areaIdOf(device, 0))).map(areaById::get);
    }

    private Optional<String> areaIdOf(Device device, int depth) {
        if (device.areaId() != null) {
            return Optional.of(device.areaId());
        }
        if (device.parentDeviceId() == null || depth >= MAX_DEVICE_DEPTH) {
            return Optional.empty();
        }
        return Optional.ofNullable(deviceById.get(device.parentDeviceId()))
                .flatMap(parent -> areaIdOf(parent, depth + 1));
    }

    /** The same home with another configuration, for example a time zone given on the command line. */
    public HomeRegistry withConfig(HomeConfig other) {
        return new HomeRegistry(other, areas, devices, entities, users);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HomeRegistry that
                && config.equals(that.config)
                && areas.equals(that.areas)
                && devices.equals(that.devices)
                && entities.equals(that.entities)
                && users.equals(that.users);
    }

    @Override
    public int hashCode() {
        return Objects.hash(config, areas, devices, entities, users);
    }

    /** How much it holds, not what: names of people and places do not belong in a log. */
    @Override
    public String toString() {
        return "HomeRegistry[" + areas.size() + " areas, " + devices.size() + " devices, " + entities.size()
                + " entities, " + users.size() + " users]";
    }
}
