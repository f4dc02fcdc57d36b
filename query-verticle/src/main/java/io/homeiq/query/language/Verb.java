package io.homeiq.query.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that can be done to things, and which service of Home Assistant does it to which. */
enum Verb {
    TURN_ON,
    TURN_OFF,
    TOGGLE,
    OPEN,
    CLOSE,
    LOCK,
    UNLOCK,
    START,
    STOP,
    PAUSE,
    SET;

    private static final Set<String> SWITCHED = Set.of(
            "light",
            "switch",
            "fan",
            "input_boolean",
            "media_player",
            "climate",
            "humidifier",
            "siren",
            "remote",
            "automation",
            "script",
            "group",
            "water_heater");

    private static final Map<String, String> SET_SERVICES = Map.of(
            "light", "turn_on",
            "fan", "set_percentage",
            "cover", "set_cover_position",
            "climate", "set_temperature");

    /** The name of the service in the thing's own domain; empty if this cannot be done to it. */
    Optional<String> serviceFor(String domain) {
        return switch (this) {
            case TURN_ON -> only(SWITCHED.contains(domain) || domain.equals("scene"), "turn_on");
            case TURN_OFF -> only(SWITCHED.contains(domain), "turn_off");
            case TOGGLE -> only(SWITCHED.contains(domain) || domain.equals("cover"), "toggle");
            case OPEN -> cover(domain, "open");
            case CLOSE -> cover(domain, "close");
            case LOCK -> only(domain.equals("lock"), "lock");
            case UNLOCK -> only(domain.equals("lock"), "unlock");
            case START -> start(domain);
            case STOP -> stop(domain);
            case PAUSE ->
                domain.equals("vacuum") ? Optional.of("pause") : only(domain.equals("media_player"), "media_pause");
            case SET -> Optional.ofNullable(SET_SERVICES.get(domain));
        };
    }

    boolean fits(Thing thing) {
        return serviceFor(thing.domain()).isPresent();
    }

    /** What undoes it; empty if nothing simple does. */
    Optional<Verb> opposite() {
        return switch (this) {
            case TURN_ON -> Optional.of(TURN_OFF);
            case TURN_OFF -> Optional.of(TURN_ON);
            case OPEN -> Optional.of(CLOSE);
            case CLOSE -> Optional.of(OPEN);
            default -> Optional.empty();
        };
    }

    /** As said of a thing: "cannot be turned on". */
    String passive() {
        return switch (this) {
            case TURN_ON -> "turned on";
            case TURN_OFF -> "turned off";
            case TOGGLE -> "toggled";
            case OPEN -> "opened";
            case CLOSE -> "closed";
            case LOCK -> "locked";
            case UNLOCK -> "unlocked";
            case START -> "started";
            case STOP -> "stopped";
            case PAUSE -> "paused";
            case SET -> "set to a value";
        };
    }

    private static Optional<String> only(boolean fits, String service) {
        return fits ? Optional.of(service) : Optional.empty();
    }

    private static Optional<String> cover(String domain, String verb) {
        return domain.equals("cover") || domain.equals("valve") ? Optional.of(verb + "_" + domain) : Optional.empty();
    }

    private static Optional<String> start(String domain) {
        return switch (domain) {
            case "vacuum" -> Optional.of("start");
            case "lawn_mower" -> Optional.of("start_mowing");
            case "media_player" -> Optional.of("media_play");
            default -> TURN_ON.serviceFor(domain);
        };
    }

    private static Optional<String> stop(String domain) {
        return switch (domain) {
            case "vacuum" -> Optional.of("return_to_base");
            case "lawn_mower" -> Optional.of("dock");
            case "media_player" -> Optional.of("media_stop");
            default -> TURN_OFF.serviceFor(domain);
        };
    }
}
