package io.homeiq.homeassistant.template;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.template.TemplateScope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The home that {@code answers.ndjson} was asked about, at 15:05:30.123456 in Amsterdam. */
record LittleTemplateHome(Map<String, @Nullable Object> variables, boolean isLimited) implements TemplateScope {

    private static final Map<String, EntityState> STATES = all();

    static LittleTemplateHome with(Map<String, @Nullable Object> variables) {
        return new LittleTemplateHome(variables, false);
    }

    @Override
    public @Nullable EntityState state(String entityId) {
        return STATES.get(entityId);
    }

    @Override
    public Collection<EntityState> states() {
        return STATES.values();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-27T14:05:30.123456Z");
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Amsterdam");
    }

    private static Map<String, EntityState> all() {
        var states = new LinkedHashMap<String, EntityState>();
        add(
                states,
                "binary_sensor.door",
                "on",
                "2026-11-27T14:00:00.500000Z",
                "device_class",
                "door",
                "friendly_name",
                "Front door");
        add(states, "binary_sensor.motion", "off", "2026-11-27T13:59:59Z", "device_class", "motion");
        add(
                states,
                "sensor.temperature",
                "21.5",
                "2026-11-27T13:00:00Z",
                "unit_of_measurement",
                "°C",
                "device_class",
                "temperature",
                "friendly_name",
                "Temperature");
        add(states, "sensor.lux", "40", "2026-11-27T13:00:00Z", "unit_of_measurement", "lx");
        add(states, "sensor.bad", "unavailable", "2026-11-27T13:00:00Z");
        add(states, "sensor.unk", "unknown", "2026-11-27T13:00:00Z");
        add(states, "sensor.text", "oops", "2026-11-27T13:00:00Z");
        add(
                states,
                "light.desk",
                "on",
                "2026-11-27T13:00:00Z",
                "brightness",
                128L,
                "level",
                2L,
                "other",
                "b",
                "rgb_color",
                List.of(255L, 0L, 10L),
                "effect",
                null,
                "supported",
                true,
                "entity_id",
                List.of("light.a", "light.b"));
        add(states, "light.hall", "off", "2026-11-26T10:00:00Z", "friendly_name", "Hall 'n light");
        add(states, "input_number.minutes", "5.0", "2026-11-27T13:00:00Z", "min", 0L, "max", 60L, "step", 0.5);
        add(
                states,
                "input_datetime.alarm",
                "07:30:00",
                "2026-11-27T13:00:00Z",
                "has_date",
                false,
                "has_time",
                true,
                "hour",
                7L,
                "minute",
                30L,
                "second",
                0L,
                "timestamp",
                27000L);
        add(states, "input_datetime.full", "2026-11-27 08:15:00", "2026-11-27T13:00:00Z", "timestamp", 1795764900.0);
        add(states, "sensor.next", "2026-11-28T06:45:00+00:00", "2026-11-27T13:00:00Z", "device_class", "timestamp");
        add(
                states,
                "person.ann",
                "home",
                "2026-11-27T13:00:00Z",
                "latitude",
                52.37,
                "longitude",
                4.89,
                "friendly_name",
                "Ann");
        add(states, "person.bob", "not_home", "2026-11-27T13:00:00Z", "friendly_name", "Bob");
        add(
                states,
                "zone.home",
                "1",
                "2026-11-27T13:00:00Z",
                "latitude",
                52.37,
                "longitude",
                4.89,
                "radius",
                100L,
                "persons",
                List.of("person.ann"));
        add(states, "group.people", "home", "2026-11-27T13:00:00Z", "entity_id", List.of("person.ann", "person.bob"));
        add(
                states,
                "group.all",
                "on",
                "2026-11-27T13:00:00Z",
                "entity_id",
                List.of("light.desk", "light.hall", "group.people"));
        add(
                states,
                "sun.sun",
                "below_horizon",
                "2026-11-27T13:00:00Z",
                "elevation",
                -3.25,
                "rising",
                false,
                "next_rising",
                "2026-11-28T07:20:00+00:00");
        add(
                states,
                "climate.living",
                "heat",
                "2026-11-27T13:00:00Z",
                "temperature",
                20.0,
                "current_temperature",
                19.5,
                "hvac_modes",
                List.of("off", "heat"));
        add(states, "input_boolean.vacation", "off", "2026-11-27T13:00:00Z");
        add(states, "input_select.mode", "Home", "2026-11-27T13:00:00Z", "options", List.of("Home", "Away"));
        add(states, "input_text.note", " Hello, World ", "2026-11-27T13:00:00Z");
        return states;
    }

    private static void add(
            Map<String, EntityState> states, String id, String state, String since, @Nullable Object... attributes) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < attributes.length; i += 2) {
            map.put(String.valueOf(attributes[i]), attributes[i + 1]);
        }
        var time = Instant.parse(since);
        states.put(id, new EntityState(id, state, map, time, time, new Context("01CTX", null, null)));
    }
}
