package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.home.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What services make of the entities that they are called for, as Home Assistant's own integrations define them. */
public final class Effects {

    private static final Set<String> GENERIC = Set.of("homeassistant");

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("turn_on", "on"),
            Map.entry("turn_off", "off"),
            Map.entry("open_cover", "open"),
            Map.entry("close_cover", "closed"),
            Map.entry("open_valve", "open"),
            Map.entry("close_valve", "closed"),
            Map.entry("lock", "locked"),
            Map.entry("unlock", "unlocked"),
            Map.entry("open", "open"),
            Map.entry("media_play", "playing"),
            Map.entry("media_pause", "paused"),
            Map.entry("media_stop", "idle"),
            Map.entry("alarm_disarm", "disarmed"),
            Map.entry("alarm_arm_home", "armed_home"),
            Map.entry("alarm_arm_away", "armed_away"),
            Map.entry("alarm_arm_night", "armed_night"),
            Map.entry("alarm_arm_vacation", "armed_vacation"),
            Map.entry("alarm_arm_custom_bypass", "armed_custom_bypass"),
            Map.entry("alarm_trigger", "triggered"),
            Map.entry("start", "active"),
            Map.entry("cancel", "idle"),
            Map.entry("finish", "idle"),
            Map.entry("return_to_base", "returning"),
            Map.entry("start_mowing", "mowing"),
            Map.entry("dock", "docked"),
            Map.entry("reset", "0"));

    /** The option that becomes the state itself. */
    private static final Map<String, String> STATE_OPTIONS = Map.of(
            "select_option", "option",
            "set_value", "value",
            "set_hvac_mode", "hvac_mode",
            "set_operation_mode", "operation_mode");

    private static final Set<String> TOGGLES = Set.of("toggle", "toggle_cover_tilt", "media_play_pause");

    private static final Set<String> NUDGES = Set.of(
            "increment",
            "decrement",
            "volume_up",
            "volume_down",
            "select_next",
            "select_previous",
            "media_next_track",
            "media_previous_track",
            "increase_speed",
            "decrease_speed",
            "press");

    /** Entities of these become "on" otherwise than a lamp does: turning on one that is not off says nothing of its state. */
    private static final Set<String> OTHER_ON =
            Set.of("climate", "water_heater", "media_player", "vacuum", "remote", "scene");

    /** Options that say how, not what. */
    private static final Set<String> MANNERS =
            Set.of("transition", "flash", "effect", "entity_id", "code", "kelvin_step");

    private Effects() {}

    /** All that the automation makes of known entities, in the order written. */
    public static List<Effect> of(Conduct conduct) {
        List<Effect> effects = new ArrayList<>();
        conduct.deeds().forEach(deed -> effects.addAll(of(deed)));
        return effects;
    }

    /** All that the deed makes of the entities that are known to be acted on. */
    public static List<Effect> of(Deed deed) {
        return deed.targets().entities().stream()
                .filter(entity -> concerns(deed, entity))
                .map(entity -> new Effect(deed, entity, outcome(deed, entity)))
                .toList();
    }

    /** A light's service does nothing to a lamp that is a switch. */
    private static boolean concerns(Deed deed, EntityId entity) {
        boolean isNamedAction = deed.domain().isEmpty();
        return isNamedAction
                || GENERIC.contains(deed.domain())
                || deed.domain().equals(entity.domain())
                || !isDomainOfEntities(deed.domain());
    }

    private static boolean isDomainOfEntities(String domain) {
        return Set.of(
                        "light",
                        "switch",
                        "cover",
                        "fan",
                        "lock",
                        "climate",
                        "media_player",
                        "input_boolean",
                        "vacuum",
                        "humidifier",
                        "water_heater",
                        "valve",
                        "siren",
                        "automation",
                        "script",
                        "scene",
                        "timer")
                .contains(domain);
    }

    private static Outcome outcome(Deed deed, EntityId entity) {
        String service = deed.service();
        Map<String, @Nullable Object> data = deed.data().tree();
        String kind = entity.domain();
        if (service.isEmpty() || kind.equals("scene") || kind.equals("script") || kind.equals("button")) {
            return new Outcome.Varies();
        }
        if (TOGGLES.contains(service)) {
            return new Outcome.Toggles();
        }
        if (NUDGES.contains(service)) {
            return new Outcome.Nudges();
        }
        String option = STATE_OPTIONS.get(service);
        if (option != null) {
            return isPlain(data.get(option))
                    ? new Outcome.Sets(String.valueOf(data.get(option)), Map.of())
                    : new Outcome.Varies();
        }
        return settled(service, kind, data);
    }

    private static Outcome settled(String service, String kind, Map<String, @Nullable Object> data) {
        Map<String, Object> settings = new TreeMap<>();
        boolean isPlain = true;
        for (Map.Entry<String, @Nullable Object> entry : data.entrySet()) {
            Object value = entry.getValue();
            if (MANNERS.contains(entry.getKey())) {
                continue;
            }
            if (!isPlain(value) || value == null) {
                isPlain = false;
            } else {
                settings.put(entry.getKey(), value);
            }
        }
        String state = STATES.get(service);
        if (service.equals("start") && kind.equals("vacuum")) {
            state = "cleaning";
        } else if ("on".equals(state) && OTHER_ON.contains(kind)) {
            state = null;
        } else if (service.equals("set_cover_position") && data.get("position") instanceof Number position) {
            state = position.intValue() == 0 ? "closed" : "open";
        } else if (kind.equals("light") && service.equals("turn_on") && isZero(data)) {
            state = "off";
        }
        if (state == null && settings.isEmpty() && !service.equals("turn_on")) {
            return new Outcome.Varies();
        }
        return state == null && !isPlain ? new Outcome.Varies() : new Outcome.Sets(state, settings);
    }

    private static boolean isZero(Map<String, @Nullable Object> data) {
        return data.get("brightness") instanceof Number bright && bright.doubleValue() == 0
                || data.get("brightness_pct") instanceof Number percent && percent.doubleValue() == 0;
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.contains("{{") && !text.contains("{%");
            case Number number -> true;
            case Boolean flag -> true;
            case java.util.List<?> list -> list.stream().allMatch(Effects::isPlain);
            default -> false;
        };
    }
}
