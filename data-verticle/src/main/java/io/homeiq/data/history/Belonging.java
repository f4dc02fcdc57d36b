package io.homeiq.data.history;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entities belong to a device or an area, as the registry has it. */
final class Belonging {

    private Belonging() {}

    /**
     * The entities of a device that lie in an area.
     *
     * @param device null: whatever device
     * @param area null: wherever
     * @param among null: all that are registered
     */
    static Set<EntityId> to(
            HomeRegistry registry, @Nullable String device, @Nullable String area, @Nullable Set<EntityId> among) {
        return registry.entities().stream()
                .filter(entity -> device == null || device.equals(entity.deviceId()))
                .map(Entity::id)
                .filter(id -> area == null
                        || registry.areaOf(id)
                                .map(Area::id)
                                .filter(area::equals)
                                .isPresent())
                .filter(id -> among == null || among.contains(id))
                .collect(Collectors.toSet());
    }
}
