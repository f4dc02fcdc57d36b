package io.homeiq.contracts.home;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of one entity.
 *
 * @param platform the integration that provides it, for example {@code mqtt}, {@code group} or {@code template}
 * @param labels in alphabetical order
 * @param category {@code config} or {@code diagnostic} for entities that are no part of daily life, else null
 * @param aliases other names that people gave it
 * @param disabled it has no state, and nothing can be done with it
 * @param hidden people do not want to see it
 * @param deviceClass what it measures or is, for example {@code motion} or {@code temperature}; null if not told
 * @param unit of its measurement, for example {@code °C}; null if it has none
 */
public record Entity(
        EntityId id,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String deviceId,
        @Nullable String areaId,
        Set<String> labels,
        List<String> aliases,
        boolean disabled,
        boolean hidden,
        @Nullable String category,
        @Nullable String deviceClass,
        @Nullable String unit) {

    public Entity {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        aliases = List.copyOf(aliases);
    }

    /** An entity of which only the id is known. */
    public static Entity unregistered(EntityId id) {
        return new Entity(id, null, null, null, null, Set.of(), List.of(), false, false, null, null, null);
    }
}
