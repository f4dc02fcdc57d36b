package io.homeiq.replay.device;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.value.NumberText;
import io.homeiq.replay.value.PlainText;
import io.homeiq.replay.value.Truth;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The usual answer of each kind of device to the services that change what can be seen of it. */
final class Answers {

    private static final Map<String, String> STATE_AFTER = Map.ofEntries(
            Map.entry("cover.open_cover", "open"),
            Map.entry("cover.close_cover", "closed"),
            Map.entry("valve.open_valve", "open"),
            Map.entry("valve.close_valve", "closed"),
            Map.entry("lock.lock", "locked"),
            Map.entry("lock.unlock", "unlocked"),
            Map.entry("lock.open", "open"),
            Map.entry("media_player.media_play", "playing"),
            Map.entry("media_player.media_pause", "paused"),
            Map.entry("media_player.media_stop", "idle"),
            Map.entry("media_player.play_media", "playing"),
            Map.entry("vacuum.start", "cleaning"),
            Map.entry("vacuum.pause", "paused"),
            Map.entry("vacuum.stop", "idle"),
            Map.entry("vacuum.return_to_base", "returning"),
            Map.entry("alarm_control_panel.alarm_arm_home", "armed_home"),
            Map.entry("alarm_control_panel.alarm_arm_away", "armed_away"),
            Map.entry("alarm_control_panel.alarm_arm_night", "armed_night"),
            Map.entry("alarm_control_panel.alarm_disarm", "disarmed"),
            Map.entry("alarm_control_panel.alarm_trigger", "triggered"));

    private static final Map<String, String> STATE_FROM = Map.of(
            "climate.set_hvac_mode", "hvac_mode",
            "water_heater.set_operation_mode", "operation_mode",
            "input_number.set_value", "value",
            "number.set_value", "value",
            "input_text.set_value", "value",
            "text.set_value", "value",
            "input_select.select_option", "option",
            "select.select_option", "option");

    private static final Map<String, List<String>> ATTRIBUTES_FROM = Map.of(
            "climate.set_temperature", List.of("temperature", "target_temp_low", "target_temp_high"),
            "climate.set_preset_mode", List.of("preset_mode"),
            "climate.set_fan_mode", List.of("fan_mode"),
            "water_heater.set_temperature", List.of("temperature"),
            "humidifier.set_humidity", List.of("humidity"),
            "media_player.volume_set", List.of("volume_level"),
            "media_player.select_source", List.of("source"),
            "fan.set_percentage", List.of("percentage"));

    private static final Set<String> NUMBERS = Set.of("input_number", "number");
    private static final Set<String> PRESSED = Set.of("scene", "button", "input_button");
    private static final Set<String> NEITHER_ON_NOR_OFF =
            Set.of("scene", "script", "automation", "group", "button", "input_button");
    private static final Set<String> OPENED = Set.of("cover", "valve");

    private Answers() {}

    /**
     * What an entity is after a service.
     *
     * @param domain of the entity
     * @return null if it stays as it is
     */
    static @Nullable Answer to(
            String domain, String service, Map<String, @Nullable Object> data, EntityState state, Instant clock) {
        String key = domain + "." + service;
        if (STATE_AFTER.containsKey(key)) {
            return new Answer(STATE_AFTER.get(key), state.attributes());
        }
        if (STATE_FROM.containsKey(key)) {
            return fromData(domain, data.get(STATE_FROM.get(key)), state);
        }
        if (key.equals("cover.set_cover_position") || key.equals("valve.set_valve_position")) {
            return position(data, state);
        }
        if (ATTRIBUTES_FROM.containsKey(key)) {
            return attributes(key, data, state);
        }
        if (NEITHER_ON_NOR_OFF.contains(domain)) {
            boolean pressed = PRESSED.contains(domain) && (service.equals("turn_on") || service.equals("press"));
            return pressed ? new Answer(PlainText.iso(clock.atZone(ZoneOffset.UTC)), state.attributes()) : null;
        }
        return switched(domain, service, state);
    }

    private static @Nullable Answer fromData(String domain, @Nullable Object value, EntityState state) {
        if (value == null) {
            return null;
        }
        if (!NUMBERS.contains(domain)) {
            return new Answer(PlainText.of(value), state.attributes());
        }
        double number = NumberText.toFloat(value)
                .orElseThrow(() -> new Fault(
                        Fault.Kind.UNEXPECTED, "could not convert string to float: '" + PlainText.of(value) + "'"));
        return new Answer(PlainText.of(number), state.attributes());
    }

    private static Answer position(Map<String, @Nullable Object> data, EntityState state) {
        Object given = data.getOrDefault("position", 0L);
        BigInteger position = NumberText.toInteger(given);
        if (position == null) {
            throw new Fault(Fault.Kind.UNEXPECTED, "invalid literal for int(): " + PlainText.of(given));
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(state.attributes());
        attributes.put("current_position", position.longValue());
        return new Answer(position.signum() > 0 ? "open" : "closed", attributes);
    }

    private static Answer attributes(String key, Map<String, @Nullable Object> data, EntityState state) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(state.attributes());
        for (String name : ATTRIBUTES_FROM.getOrDefault(key, List.of())) {
            if (data.containsKey(name)) {
                attributes.put(name, data.get(name));
            }
        }
        String value = state.state();
        if (key.equals("fan.set_percentage") && data.containsKey("percentage")) {
            value = Truth.of(data.get("percentage")) ? "on" : "off";
        } else if (key.equals("climate.set_temperature") && data.containsKey("hvac_mode")) {
            value = PlainText.of(data.get("hvac_mode"));
        }
        return new Answer(value, attributes);
    }

    private static @Nullable Answer switched(String domain, String service, EntityState state) {
        String on = OPENED.contains(domain) ? "open" : "on";
        String off = OPENED.contains(domain) ? "closed" : "off";
        return switch (service) {
            case "turn_on" -> new Answer(on, state.attributes());
            case "turn_off" -> new Answer(off, state.attributes());
            case "toggle" -> new Answer(state.state().equals(off) ? on : off, state.attributes());
            default -> null;
        };
    }
}
