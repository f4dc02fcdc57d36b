package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which entities tell that a door, gate or window is open. */
final class Contacts {

    private static final Set<String> CLASSES = Set.of("door", "garage_door", "opening", "window");

    private Contacts() {}

    /** By the device class; where none is known, by a word of the id. */
    static boolean isOne(EntityId id, HomeRegistry registry) {
        if (!id.domain().equals("binary_sensor")) {
            return false;
        }
        Optional<String> known = registry.entity(id).map(Entity::deviceClass);
        return known.map(CLASSES::contains)
                .orElseGet(() -> Arrays.stream(id.objectId().split("_", -1)).anyMatch(CLASSES::contains));
    }
}
