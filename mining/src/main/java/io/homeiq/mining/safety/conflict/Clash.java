package io.homeiq.mining.safety.conflict;

import io.homeiq.mining.safety.conduct.Outcome;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How two outcomes for one entity go together. */
enum Clash {
    /** Each undoes the other. */
    OPPOSITE,
    /** The later one decides. */
    DIFFERENT,
    /** They agree, or nothing can be said. */
    NONE;

    private static final Map<String, Set<String>> CONTRARY = Map.of(
            "on", Set.of("off"),
            "open", Set.of("closed", "locked"),
            "locked", Set.of("unlocked", "open"),
            "playing", Set.of("paused", "idle", "off"),
            "disarmed",
                    Set.of(
                            "armed_home",
                            "armed_away",
                            "armed_night",
                            "armed_vacation",
                            "armed_custom_bypass",
                            "triggered"),
            "cleaning", Set.of("returning", "docked"),
            "mowing", Set.of("docked"),
            "active", Set.of("idle"));

    private static final Set<String> COLOURS = Set.of(
            "rgb_color",
            "rgbw_color",
            "rgbww_color",
            "hs_color",
            "xy_color",
            "color_name",
            "color_temp",
            "color_temp_kelvin",
            "kelvin");

    static Clash between(Outcome one, Outcome other) {
        boolean isToggle = one instanceof Outcome.Toggles;
        if (isToggle && other instanceof Outcome.Toggles) {
            return OPPOSITE;
        }
        if (isToggle || other instanceof Outcome.Toggles) {
            Outcome plain = isToggle ? other : one;
            return plain.certainState().isPresent() ? DIFFERENT : NONE;
        }
        return one instanceof Outcome.Sets a && other instanceof Outcome.Sets b ? between(a, b) : NONE;
    }

    private static Clash between(Outcome.Sets one, Outcome.Sets other) {
        if (one.state() != null && other.state() != null && !one.state().equals(other.state())) {
            return areContrary(one.state(), other.state()) ? OPPOSITE : DIFFERENT;
        }
        if (!Objects.equals(one.state(), other.state())) {
            return NONE;
        }
        for (Map.Entry<String, Object> setting : one.settings().entrySet()) {
            Object value = other.settings().get(setting.getKey());
            if (value != null && !isEqual(value, setting.getValue())) {
                return DIFFERENT;
            }
        }
        return areTwo(one, other, COLOURS) || areBrightnesses(one, other) ? DIFFERENT : NONE;
    }

    /** Whether each is what the other undoes. */
    static boolean areContrary(String one, String other) {
        return CONTRARY.getOrDefault(one, Set.of()).contains(other)
                || CONTRARY.getOrDefault(other, Set.of()).contains(one)
                || isHeating(one) && other.equals("off")
                || isHeating(other) && one.equals("off");
    }

    private static boolean isHeating(String mode) {
        return Set.of("heat", "cool", "heat_cool", "auto", "dry", "fan_only", "eco", "performance")
                .contains(mode);
    }

    private static boolean isEqual(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : String.valueOf(one).equals(String.valueOf(other));
    }

    /** Whether both set one of these, each another. */
    private static boolean areTwo(Outcome.Sets one, Outcome.Sets other, Set<String> keys) {
        return one.settings().keySet().stream().anyMatch(keys::contains)
                && other.settings().keySet().stream().anyMatch(keys::contains)
                && one.settings().keySet().stream()
                        .noneMatch(key -> keys.contains(key) && other.settings().containsKey(key));
    }

    private static boolean areBrightnesses(Outcome.Sets one, Outcome.Sets other) {
        Double a = brightness(one);
        Double b = brightness(other);
        return a != null && b != null && Math.abs(a - b) > 1;
    }

    private static @org.jspecify.annotations.Nullable Double brightness(Outcome.Sets sets) {
        if (sets.settings().get("brightness_pct") instanceof Number percent) {
            return percent.doubleValue();
        }
        return sets.settings().get("brightness") instanceof Number steps ? steps.doubleValue() / 2.55 : null;
    }
}
