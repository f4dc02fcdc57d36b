package io.homeiq.mining.safety;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the registry tells of an entity: its class, its labels and those of its device, the whole words of its names. */
final class EntityFacts {

    private final HomeRegistry registry;

    EntityFacts(HomeRegistry registry) {
        this.registry = registry;
    }

    /** Empty where it has none. */
    String deviceClass(EntityId id) {
        return registry.entity(id)
                .flatMap(entity -> Optional.ofNullable(entity.deviceClass()))
                .orElse("");
    }

    /** Those that the owner put on it, its device or its area. */
    Set<String> labels(EntityId id) {
        Set<String> labels = ownLabels(id);
        registry.areaOf(id).ifPresent(area -> labels.addAll(area.labels()));
        return labels;
    }

    /** Those of the thing itself: what is said of a room says nothing of what a thing in it is. */
    private Set<String> ownLabels(EntityId id) {
        Set<String> labels = new HashSet<>();
        registry.entity(id).ifPresent(entity -> labels.addAll(entity.labels()));
        registry.deviceOf(id).ifPresent(device -> labels.addAll(device.labels()));
        return labels;
    }

    /** Whole words of all its names: "hall" is not "all". */
    Set<String> words(EntityId id) {
        List<Optional<String>> names = List.of(
                Optional.of(id.objectId()),
                registry.entity(id).map(Entity::name),
                registry.deviceOf(id).map(Device::name),
                registry.deviceOf(id).map(Device::model));
        Set<String> words = new HashSet<>();
        Stream.concat(ownLabels(id).stream(), names.stream().flatMap(Optional::stream))
                .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)))
                .forEach(words::add);
        return Set.copyOf(words);
    }
}
