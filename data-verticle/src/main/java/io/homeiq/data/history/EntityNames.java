package io.homeiq.data.history;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names under which people know entities: their ids, their own names, other names that people gave them, and the names of their devices. */
final class EntityNames {

    private final HomeRegistry registry;

    EntityNames(HomeRegistry registry) {
        this.registry = registry;
    }

    /** Whether one of its names holds the text, whatever the case; in ids a blank is as good as an underscore. */
    boolean hasPart(EntityId id, String text) {
        String part = text.toLowerCase(Locale.ROOT);
        return names(id).map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> name.contains(part));
    }

    private Stream<String> names(EntityId id) {
        Optional<Entity> entity = registry.entity(id);
        List<String> aliases = entity.map(Entity::aliases).orElse(List.of());
        return Stream.of(
                        Stream.of(id.value(), id.value().replace('_', ' ')),
                        entity.map(Entity::name).stream(),
                        registry.deviceOf(id).map(Device::name).stream(),
                        aliases.stream())
                .flatMap(names -> names);
    }
}
