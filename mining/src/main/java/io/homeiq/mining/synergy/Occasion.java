package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What an entity can tell that others could answer.
 *
 * @param deviceClasses of the entities that tell it; where none is known, one of them as a word of the id. Empty: all of the domain
 * @param states that the entity takes then
 */
record Occasion(String domain, Set<String> deviceClasses, Set<String> states) {

    /** Somebody moves. */
    static final Occasion MOTION = sensed("motion", "occupancy", "presence", "moving");

    /** A door is opened. */
    static final Occasion DOOR = sensed("door", "opening", "garage_door");

    /** A window is opened. */
    static final Occasion WINDOW = sensed("window");

    /** Somebody comes home. */
    static final Occasion ARRIVAL = new Occasion("person", Set.of(), Set.of("home"));

    /** Something is watched or heard. */
    static final Occasion MEDIA = new Occasion("media_player", Set.of(), Set.of("on", "playing"));

    private static Occasion sensed(String... deviceClasses) {
        return new Occasion("binary_sensor", Set.of(deviceClasses), Set.of("on"));
    }

    boolean isToldBy(EntityId id, HomeRegistry registry) {
        if (!id.domain().equals(domain)) {
            return false;
        }
        Optional<String> known = registry.entity(id).map(Entity::deviceClass);
        return deviceClasses.isEmpty() || known.map(deviceClasses::contains).orElseGet(() -> isSaidBy(id.objectId()));
    }

    private boolean isSaidBy(String objectId) {
        return Arrays.stream(objectId.split("_", -1)).anyMatch(deviceClasses::contains);
    }
}
