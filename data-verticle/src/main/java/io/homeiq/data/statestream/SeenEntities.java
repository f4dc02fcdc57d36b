package io.homeiq.data.statestream;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of the stream, as far as their own attributes describe them: a registry for a home that publishes none. Not thread-safe. */
final class SeenEntities {

    /** The platform of entities that are known from the stream alone. */
    static final String PLATFORM = "mqtt_statestream";

    private final Map<EntityId, Entity> seen = new LinkedHashMap<>();
    private boolean news;

    void see(Update update) {
        EntityId id = update.entity();
        if (!seen.containsKey(id) && seen.size() >= LastKnown.MAX_ENTITIES) {
            return;
        }
        Entity now = describe(id, update.attributes(), seen.get(id));
        news |= !now.equals(seen.put(id, now));
    }

    private static Entity describe(EntityId id, Attributes told, @Nullable Entity before) {
        String name = told.text("friendly_name");
        String deviceClass = told.text("device_class");
        String unit = told.text("unit_of_measurement");
        if (before == null) {
            return entity(id, name, deviceClass, unit);
        }
        return entity(
                id,
                newest(name, before.name()),
                newest(deviceClass, before.deviceClass()),
                newest(unit, before.unit()));
    }

    private static Entity entity(
            EntityId id, @Nullable String name, @Nullable String deviceClass, @Nullable String unit) {
        return new Entity(id, name, PLATFORM, null, null, Set.of(), List.of(), false, false, null, deviceClass, unit);
    }

    private static @Nullable String newest(@Nullable String now, @Nullable String before) {
        return now == null ? before : now;
    }

    /** Whether something was seen since {@link #addTo} that was not known. */
    boolean hasNews() {
        return news;
    }

    /**
     * The same home with the entities that it lacks; those which it has from elsewhere stay as they are. Empty if it lacks nothing.
     */
    Optional<HomeRegistry> addTo(HomeRegistry registry) {
        news = false;
        Map<EntityId, Entity> all = new LinkedHashMap<>();
        registry.entities().forEach(entity -> all.putIfAbsent(entity.id(), entity));
        seen.forEach((id, entity) -> all.merge(id, entity, SeenEntities::better));
        List<Entity> entities = new ArrayList<>(all.values());
        return entities.equals(registry.entities())
                ? Optional.empty()
                : Optional.of(new HomeRegistry(
                        registry.config(), registry.areas(), registry.devices(), entities, registry.users()));
    }

    private static Entity better(Entity registered, Entity seen) {
        return PLATFORM.equals(registered.platform())
                ? entity(
                        seen.id(),
                        newest(seen.name(), registered.name()),
                        newest(seen.deviceClass(), registered.deviceClass()),
                        newest(seen.unit(), registered.unit()))
                : registered;
    }
}
