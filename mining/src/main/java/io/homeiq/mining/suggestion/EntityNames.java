package io.homeiq.mining.suggestion;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.Locale;
import java.util.Optional;

/** What people call an entity: its own name, else its device's, else the words of its id. */
public final class EntityNames {

    private final HomeRegistry registry;

    public EntityNames(HomeRegistry registry) {
        this.registry = registry;
    }

    /** The name, never empty. */
    public String of(EntityId id) {
        return registry.entity(id)
                .map(Entity::name)
                .or(() -> registry.deviceOf(id).flatMap(device -> Optional.ofNullable(device.name())))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> fromId(id));
    }

    private static String fromId(EntityId id) {
        String words = id.objectId().replace('_', ' ').strip();
        return words.isEmpty() ? id.value() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
