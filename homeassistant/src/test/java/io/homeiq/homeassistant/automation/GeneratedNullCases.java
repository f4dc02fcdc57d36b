package io.homeiq.homeassistant.automation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes automations that live well beside each other; the same random numbers make the same. */
final class GeneratedNullCases extends CaseKit {

    GeneratedNullCases(Random random) {
        super(random);
    }

    List<Supplier<ConflictCase>> families() {
        return List.of(
                this::nullOtherRoom,
                this::nullComplement,
                this::nullOtherCondition,
                this::nullOtherTime,
                this::nullOtherHours,
                this::nullThermostat,
                this::nullSensorElsewhere,
                this::nullSameValue);
    }

    private ConflictCase nullOtherRoom() {
        String room = room();
        String other = otherRoom(room);
        Map<String, Object> first = trigger(room);
        return of(
                "other room",
                Set.of(),
                automation(first, List.of(), call("light.turn_on", "light." + room)),
                automation(first, List.of(), call("light.turn_off", "light." + other)));
    }

    private ConflictCase nullComplement() {
        String room = room();
        Thing thing = thing(room);
        String sensor = "binary_sensor." + room + "_motion";
        return of(
                "complement",
                Set.of(),
                automation(
                        map("trigger", "state", "entity_id", sensor, "to", "on"),
                        List.of(window(1020, 1380)),
                        call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", sensor, "to", "off", "for", "00:10:00"),
                        List.of(window(1020, 120)),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase nullOtherCondition() {
        String room = room();
        Thing thing = thing(room);
        Map<String, Object> first = trigger(room);
        return of(
                "other condition",
                Set.of(),
                automation(first, List.of(is("input_select.mode", "day")), call(thing.on(), thing.entity())),
                automation(
                        first,
                        List.of(map(
                                "condition",
                                "state",
                                "entity_id",
                                "input_select.mode",
                                "state",
                                List.of("night", "away"))),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase nullOtherTime() {
        Thing thing = thing(room());
        int minute = random.nextInt(24 * 60);
        return of(
                "other time",
                Set.of(),
                automation(map("trigger", "time", "at", clock(minute)), List.of(), call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "time", "at", clock(minute + 20 + random.nextInt(600))),
                        List.of(),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase nullOtherHours() {
        String room = room();
        Thing thing = thing(room);
        int start = random.nextInt(24 * 60);
        String sensor = "binary_sensor." + room + "_motion";
        return of(
                "other hours",
                Set.of(),
                automation(
                        map("trigger", "state", "entity_id", sensor, "to", "on"),
                        List.of(window(start, start + 300)),
                        call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", sensor, "to", "on"),
                        List.of(window(start + 300, start)),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase nullThermostat() {
        String room = room();
        int low = 15 + random.nextInt(5);
        String sensor = "sensor." + room + "_temperature";
        return of(
                "thermostat",
                Set.of(),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "below", low),
                        List.of(),
                        call("switch.turn_on", "switch." + room + "_heater")),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "above", low + 1 + random.nextInt(4)),
                        List.of(),
                        call("switch.turn_off", "switch." + room + "_heater")));
    }

    private ConflictCase nullSensorElsewhere() {
        String room = room();
        String sensor = "sensor." + otherRoom(room) + "_illuminance";
        return of(
                "sensor elsewhere",
                Set.of(),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "below", 20),
                        List.of(),
                        call("light.turn_on", "light." + room)),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "above", 80),
                        List.of(),
                        call("light.turn_off", "light." + room)));
    }

    /** Both want the same, each for reasons of its own, and neither contains the other. */
    private ConflictCase nullSameValue() {
        String room = room();
        Thing thing = thing(room);
        return of(
                "same value",
                Set.of(),
                automation(
                        map("trigger", "state", "entity_id", "binary_sensor." + room + "_motion", "to", "on"),
                        List.of(),
                        call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", "person.ann", "to", "home"),
                        List.of(is("input_boolean.holiday", "off")),
                        call(thing.on(), thing.entity())));
    }
}
