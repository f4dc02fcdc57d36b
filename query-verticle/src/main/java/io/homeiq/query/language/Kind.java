package io.homeiq.query.language;

import io.homeiq.contracts.home.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people call a sort of thing, whatever its name is.
 *
 * @param domains any of these
 * @param classes any of these device classes; empty: whatever it is
 * @param words each in the singular
 */
record Kind(Set<String> domains, Set<String> classes, Set<String> words) {

    /** Stands for an entity that tells no device class. */
    private static final String NO_CLASS = "";

    static final Kind LIGHT = new Kind(Set.of("light"), Set.of(), Set.of("light", "lamp", "bulb", "lighting"));
    static final Kind MOTION = new Kind(
            Set.of("binary_sensor"), Set.of("motion", "occupancy", "presence", "moving"), Set.of("motion", "movement"));

    private static final List<Kind> ALL = List.of(
            LIGHT,
            MOTION,
            new Kind(Set.of("switch", "input_boolean"), Set.of(), Set.of("switch", "plug", "socket", "outlet")),
            new Kind(Set.of("fan"), Set.of(), Set.of("fan")),
            new Kind(
                    Set.of("cover"),
                    Set.of(NO_CLASS, "blind", "shade", "curtain", "shutter", "awning", "window", "damper"),
                    Set.of("blind", "shade", "curtain", "shutter", "awning")),
            new Kind(Set.of("cover"), Set.of("garage", "gate", "door"), Set.of("garage", "gate")),
            new Kind(Set.of("media_player"), Set.of("tv"), Set.of("tv", "television")),
            new Kind(Set.of("media_player"), Set.of("speaker", "receiver"), Set.of("speaker", "radio", "stereo")),
            new Kind(Set.of("lock"), Set.of(), Set.of("lock")),
            new Kind(Set.of("binary_sensor"), Set.of("door", "garage_door", "opening"), Set.of("door")),
            new Kind(Set.of("binary_sensor"), Set.of("window", "opening"), Set.of("window")),
            new Kind(Set.of("climate"), Set.of(), Set.of("thermostat", "heating", "climate")),
            new Kind(Set.of("sensor"), Set.of("temperature"), Set.of("temperature")),
            new Kind(Set.of("sensor"), Set.of("humidity"), Set.of("humidity")),
            new Kind(Set.of("vacuum"), Set.of(), Set.of("vacuum", "robot", "hoover")),
            new Kind(Set.of("scene"), Set.of(), Set.of("scene")),
            new Kind(Set.of("script"), Set.of(), Set.of("script")),
            new Kind(Set.of("person"), Set.of(), Set.of("person")));

    Kind {
        domains = Set.copyOf(domains);
        classes = Set.copyOf(classes);
        words = Set.copyOf(words);
    }

    /** Whether the entity is such a thing, by its domain and, where that is not enough, its device class. */
    private boolean covers(Entity entity) {
        String deviceClass = entity.deviceClass() == null ? NO_CLASS : entity.deviceClass();
        return domains.contains(entity.id().domain()) && (classes.isEmpty() || classes.contains(deviceClass));
    }

    /** All kinds that the entity is of. */
    static List<Kind> of(Entity entity) {
        return ALL.stream().filter(kind -> kind.covers(entity)).toList();
    }

    static Optional<Kind> named(String singular) {
        return ALL.stream().filter(kind -> kind.words.contains(singular)).findFirst();
    }
}
