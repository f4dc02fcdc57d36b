package io.homeiq.query.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state as people speak of it, and what Home Assistant calls it for each sort of thing. */
enum State {
    ON("on"),
    OFF("off"),
    OPEN("open"),
    CLOSED("closed"),
    LOCKED("locked"),
    UNLOCKED("unlocked"),
    HOME("home"),
    AWAY("away"),
    PLAYING("playing"),
    MOTION("moving"),
    STILL("still");

    private static final Set<String> OPENINGS = Set.of("door", "window", "garage_door", "opening");
    private static final Set<String> SWITCHED = Set.of(
            "light", "switch", "fan", "input_boolean", "media_player", "climate", "humidifier", "automation", "siren");

    private final String word;

    State(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<State> named(String word) {
        return switch (word) {
            case "on", "lit", "running" -> Optional.of(ON);
            case "off" -> Optional.of(OFF);
            case "open", "opened" -> Optional.of(OPEN);
            case "closed", "shut", "close" -> Optional.of(CLOSED);
            case "locked" -> Optional.of(LOCKED);
            case "unlocked" -> Optional.of(UNLOCKED);
            case "home" -> Optional.of(HOME);
            case "away", "out", "gone" -> Optional.of(AWAY);
            case "playing" -> Optional.of(PLAYING);
            default -> Optional.empty();
        };
    }

    /** Whether the thing can be in it. */
    boolean fits(Thing thing) {
        String domain = thing.domain();
        return switch (this) {
            case ON, OFF -> SWITCHED.contains(domain) || domain.equals("binary_sensor") && !isOpening(thing);
            case OPEN, CLOSED -> domain.equals("cover") || domain.equals("valve") || isOpening(thing);
            case LOCKED, UNLOCKED -> domain.equals("lock");
            case HOME, AWAY -> domain.equals("person") || domain.equals("device_tracker");
            case PLAYING -> domain.equals("media_player");
            case MOTION, STILL -> thing.kinds().contains(Kind.MOTION);
        };
    }

    /** As {@link #fits}, for "what is on": sensors are not meant then. */
    boolean fitsAnything(Thing thing) {
        boolean sensor = thing.domain().equals("binary_sensor") && !isOpening(thing);
        return fits(thing) && !sensor && !thing.domain().equals("automation");
    }

    private static boolean isOpening(Thing thing) {
        return thing.domain().equals("binary_sensor") && OPENINGS.contains(thing.deviceClass());
    }

    /** The names that Home Assistant has for it, for things of this domain; the first is the usual one. */
    List<String> in(String domain) {
        boolean binary = domain.equals("binary_sensor");
        return switch (this) {
            case ON ->
                switch (domain) {
                    case "media_player" -> List.of("on", "playing", "paused", "idle", "buffering");
                    case "climate" -> List.of("heat", "cool", "heat_cool", "auto", "dry", "fan_only");
                    default -> List.of("on");
                };
            case OFF -> domain.equals("media_player") ? List.of("off", "standby") : List.of("off");
            case OPEN -> binary ? List.of("on") : List.of("open", "opening");
            case CLOSED -> binary ? List.of("off") : List.of("closed");
            case LOCKED -> List.of("locked");
            case UNLOCKED -> List.of("unlocked");
            case HOME -> List.of("home");
            case AWAY -> List.of("not_home");
            case PLAYING -> List.of("playing");
            case MOTION -> List.of("on");
            case STILL -> List.of("off");
        };
    }

    /** Whether a thing of this domain is so; somebody in a named zone is away. */
    boolean holds(String domain, String state) {
        return this == AWAY
                ? !state.equals("home") && !isUnknown(state)
                : in(domain).contains(state);
    }

    static boolean isUnknown(String state) {
        return state.equals("unavailable") || state.equals("unknown");
    }

    /** The state before, where there are only two. */
    Optional<State> before() {
        return switch (this) {
            case ON -> Optional.of(OFF);
            case OFF -> Optional.of(ON);
            case OPEN -> Optional.of(CLOSED);
            case CLOSED -> Optional.of(OPEN);
            case MOTION -> Optional.of(STILL);
            case STILL -> Optional.of(MOTION);
            case AWAY -> Optional.of(HOME);
            default -> Optional.empty();
        };
    }
}
