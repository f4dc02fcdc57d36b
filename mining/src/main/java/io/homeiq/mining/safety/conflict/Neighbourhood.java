package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which entities stand in the same room, and what they are: by the registry, else by the whole words of their names. */
final class Neighbourhood {

    /** Words that say what a thing is, not where. */
    private static final Set<String> KINDS = Set.of(
            "light",
            "lights",
            "lamp",
            "lamps",
            "sensor",
            "illuminance",
            "lux",
            "brightness",
            "level",
            "temperature",
            "temp",
            "humidity",
            "heater",
            "radiator",
            "heating",
            "thermostat",
            "fan",
            "switch",
            "plug",
            "power",
            "motion",
            "the",
            "ambient",
            "main",
            "ceiling",
            "floor",
            "table",
            "desk",
            "wall",
            "strip",
            "spot",
            "spots",
            "climate",
            "humidifier",
            "dehumidifier",
            "ac",
            "cover",
            "blind",
            "blinds",
            "curtain",
            "shade",
            "shutter",
            "multisensor",
            "room",
            "smart",
            "left",
            "right",
            "vacuum",
            "speaker",
            "tv",
            "media",
            "player",
            "sound",
            "noise",
            "outlet");

    private final HomeRegistry home;

    Neighbourhood(HomeRegistry home) {
        this.home = home;
    }

    boolean areTogether(EntityId one, EntityId other) {
        Optional<String> here = home.areaOf(one).map(Area::id);
        Optional<String> there = home.areaOf(other).map(Area::id);
        if (here.isPresent() && there.isPresent()) {
            return here.equals(there);
        }
        Set<String> common = places(one);
        common.retainAll(places(other));
        return !common.isEmpty();
    }

    /** Whether both show the same device. */
    boolean areOneDevice(EntityId one, EntityId other) {
        Optional<String> device = home.entity(one).map(Entity::deviceId);
        return device.isPresent() && device.equals(home.entity(other).map(Entity::deviceId))
                || other.objectId().startsWith(one.objectId() + "_");
    }

    private static Set<String> places(EntityId id) {
        Set<String> words = words(id);
        words.removeAll(KINDS);
        words.removeIf(word -> word.chars().allMatch(Character::isDigit));
        return words;
    }

    /** Whether one of the words stands in its name as a whole, or its device class is one of them. */
    boolean is(EntityId id, Set<String> kinds) {
        String deviceClass = home.entity(id).map(Entity::deviceClass).orElse(null);
        if (deviceClass != null) {
            return kinds.contains(deviceClass);
        }
        Set<String> words = words(id);
        words.retainAll(kinds);
        return !words.isEmpty();
    }

    private static Set<String> words(EntityId id) {
        return new HashSet<>(
                Arrays.asList(id.objectId().toLowerCase(Locale.ROOT).split("_+", -1)));
    }
}
