package io.homeiq.homeassistant.automation;

import io.homeiq.mining.safety.conflict.ConflictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes cases of each kind of conflict, and of none, in ever other spellings; the same seed makes the same. */
final class GeneratedConflictCases extends CaseKit {

    GeneratedConflictCases(long seed) {
        super(new Random(seed));
    }

    /** So many of each family. */
    List<ConflictCase> each(int times) {
        List<Supplier<ConflictCase>> families = new ArrayList<>(families());
        families.addAll(new GeneratedNullCases(random).families());
        List<ConflictCase> cases = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            families.forEach(family -> cases.add(family.get()));
        }
        return cases;
    }

    private List<Supplier<ConflictCase>> families() {
        return List.of(
                this::duplicate,
                this::fewerTriggers,
                this::moreConditions,
                this::opposite,
                this::closeInTime,
                this::overlappingWindows,
                this::crossedBounds,
                this::fight,
                this::ring,
                this::lampAndSensor,
                this::twoSettings,
                this::readAndWritten,
                this::againstItsTrigger,
                this::atTheWrongTime,
                this::takenAway,
                this::chain,
                this::often);
    }

    private ConflictCase duplicate() {
        String room = room();
        Thing thing = thing(room);
        List<Object> triggers = List.of(trigger(room), map("trigger", "tag", "tag_id", "t" + room));
        List<Object> turned = List.of(triggers.get(1), triggers.get(0));
        List<Object> conditions = random.nextBoolean() ? List.of(is("input_select.mode", "party")) : List.of();
        Object call = call(thing.on(), thing.entity());
        return of(
                "duplicate",
                kinds(ConflictKind.DUPLICATE),
                plain(triggers, conditions, call),
                plain(turned, conditions, call));
    }

    /** Not put into branches: two that are written in other branches are not the same to the letter. */
    private Map<String, Object> plain(List<Object> triggers, List<Object> conditions, Object call) {
        return automation(triggers, conditions, call);
    }

    private ConflictCase fewerTriggers() {
        String room = room();
        Thing thing = thing(room);
        Map<String, Object> first = trigger(room);
        Map<String, Object> inner = automation(List.of(first), List.of(), call(thing.on(), thing.entity()));
        Map<String, Object> outer = automation(
                List.of(first, map("trigger", "tag", "tag_id", "more")), List.of(), call(thing.on(), thing.entity()));
        return of("fewer triggers", kinds(ConflictKind.SUBSUMED), inner, outer);
    }

    private ConflictCase moreConditions() {
        String room = room();
        Thing thing = thing(room);
        Map<String, Object> first = trigger(room);
        Map<String, Object> inner = automation(
                first,
                List.of(is("person.bob", "home"), is("input_boolean.holiday", "off")),
                call(thing.off(), thing.entity()));
        Map<String, Object> outer =
                automation(first, List.of(is("person.bob", "home")), call(thing.off(), thing.entity()));
        return of("more conditions", kinds(ConflictKind.SUBSUMED), inner, outer);
    }

    private ConflictCase opposite() {
        String room = room();
        Thing thing = thing(room);
        Map<String, Object> first = trigger(room);
        List<Object> asked = random.nextBoolean() ? List.of() : List.of(is("input_boolean.holiday", "off"));
        return of(
                "opposite",
                kinds(ConflictKind.OPPOSITE_ON_TRIGGER),
                automation(first, asked, call(thing.on(), thing.entity())),
                automation(
                        List.of(map("trigger", "tag", "tag_id", "x"), first),
                        List.of(),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase closeInTime() {
        Thing thing = thing(room());
        int minute = random.nextInt(24 * 60);
        return of(
                "close in time",
                kinds(ConflictKind.OPPOSITE_IN_TIME),
                automation(map("trigger", "time", "at", clock(minute)), List.of(), call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "time", "at", clock(minute + 1 + random.nextInt(5))),
                        List.of(),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase overlappingWindows() {
        String room = room();
        Thing thing = thing(room);
        int start = random.nextInt(24 * 60);
        return of(
                "overlapping windows",
                kinds(ConflictKind.OPPOSITE_IN_TIME),
                automation(
                        map("trigger", "state", "entity_id", "binary_sensor." + room + "_motion", "to", "on"),
                        List.of(window(start, start + 240)),
                        call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", "binary_sensor." + room + "_window", "to", "on"),
                        List.of(window(start + 180, start + 500)),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase crossedBounds() {
        Thing thing = thing("cellar");
        int low = random.nextInt(50);
        return of(
                "crossed bounds",
                kinds(ConflictKind.OPPOSITE_IN_TIME),
                automation(
                        map("trigger", "numeric_state", "entity_id", "sensor.roof_wind", "above", low),
                        List.of(),
                        call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "numeric_state", "entity_id", "sensor.roof_wind", "below", low + 5),
                        List.of(),
                        call(thing.off(), thing.entity())));
    }

    private ConflictCase fight() {
        Thing thing = thing(room());
        return of(
                "fight",
                kinds(ConflictKind.LOOP),
                automation(
                        map("trigger", "state", "entity_id", thing.entity(), "to", thing.isOn()),
                        List.of(),
                        call(thing.off(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", thing.entity(), "to", thing.isOff()),
                        List.of(),
                        call(thing.on(), thing.entity())));
    }

    private ConflictCase ring() {
        String a = "switch." + room() + "_a";
        String b = "light." + room() + "_b";
        return of(
                "ring",
                kinds(ConflictKind.LOOP),
                automation(map("trigger", "state", "entity_id", a, "to", "on"), List.of(), call("light.turn_on", b)),
                automation(map("trigger", "state", "entity_id", b, "to", "on"), List.of(), call("switch.toggle", a)),
                automation(
                        map("trigger", "state", "entity_id", a, "to", "off"),
                        List.of(),
                        call("light.turn_off", b),
                        call("switch.turn_on", a)));
    }

    private ConflictCase lampAndSensor() {
        String room = room();
        int dark = 5 + random.nextInt(40);
        String sensor = "sensor." + room + "_illuminance";
        return of(
                "lamp and sensor",
                kinds(ConflictKind.LOOP),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "below", dark, "for", "00:01:00"),
                        List.of(),
                        call("light.turn_on", "light." + room)),
                automation(
                        map("trigger", "numeric_state", "entity_id", sensor, "above", dark + random.nextInt(60)),
                        List.of(),
                        call("light.turn_off", "light." + room)));
    }

    private ConflictCase twoSettings() {
        String room = room();
        Map<String, Object> first = trigger(room);
        Map<String, Object> one = call("light.turn_on", "light." + room);
        Map<String, Object> other = call("light.turn_on", "light." + room);
        one.put("data", map("brightness_pct", 10 + random.nextInt(30)));
        other.put("data", random.nextBoolean() ? map("brightness_pct", 80) : map("brightness", 200));
        return of(
                "two settings",
                kinds(ConflictKind.RACE),
                automation(first, List.of(), one),
                automation(first, List.of(), other));
    }

    private ConflictCase readAndWritten() {
        String room = room();
        Map<String, Object> first = trigger(room);
        return of(
                "read and written",
                kinds(ConflictKind.RACE),
                automation(first, List.of(), call("input_boolean.turn_off", "input_boolean.guests")),
                automation(first, List.of(is("input_boolean.guests", "on")), call("light.turn_on", "light." + room)));
    }

    private ConflictCase againstItsTrigger() {
        String room = room();
        String sensor = "binary_sensor." + room + "_window";
        return of(
                "against its trigger",
                kinds(ConflictKind.DEFEATED),
                automation(
                        map("trigger", "state", "entity_id", sensor, "to", "on"),
                        List.of(is("person.bob", "home"), is(sensor, "off")),
                        call("light.turn_on", "light." + room)));
    }

    private ConflictCase atTheWrongTime() {
        int minute = random.nextInt(24 * 60);
        return of(
                "at the wrong time",
                kinds(ConflictKind.DEFEATED),
                automation(
                        map("trigger", "time", "at", clock(minute)),
                        List.of(window(minute + 30, minute + 300)),
                        call("light.turn_on", "light." + room())));
    }

    private ConflictCase takenAway() {
        int minute = random.nextInt(24 * 60);
        return of(
                "taken away",
                kinds(ConflictKind.DEFEATED),
                automation(
                        map("trigger", "time", "at", clock(minute)),
                        List.of(),
                        call("input_boolean.turn_on", "input_boolean.quiet")),
                automation(
                        map("trigger", "time", "at", clock(minute + 1 + random.nextInt(9))),
                        List.of(is("input_boolean.quiet", "off")),
                        call("light.turn_on", "light." + room())));
    }

    private ConflictCase chain() {
        String room = room();
        Thing thing = thing(room);
        return of(
                "chain",
                kinds(ConflictKind.CHAIN),
                automation(trigger(room), List.of(), call(thing.on(), thing.entity())),
                automation(
                        map("trigger", "state", "entity_id", thing.entity(), "to", thing.isOn(), "for", "00:00:30"),
                        List.of(),
                        map("action", "notify.ann", "data", map("message", "look"))));
    }

    private ConflictCase often() {
        Map<String, Object> pattern = any(List.of(
                map("trigger", "time_pattern", "seconds", "/" + (1 + random.nextInt(30))),
                map("trigger", "time_pattern", "minutes", "/1"),
                map("trigger", "time_pattern", "minutes", "*", "seconds", "*")));
        return of(
                "often",
                kinds(ConflictKind.REPEATED),
                automation(pattern, List.of(), call("light.turn_on", "light." + room())));
    }
}
