package io.homeiq.homeassistant.automation;

import io.homeiq.mining.safety.conflict.ConflictKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The rooms and things of a home, and the parts of automations over them, that cases are made of. */
class CaseKit {

    private static final List<String> ROOMS =
            List.of("hall", "kitchen", "bedroom", "bath", "living", "office", "attic");

    final Random random;
    private int number;

    CaseKit(Random random) {
        this.random = random;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String room() {
        return any(ROOMS);
    }

    String otherRoom(String room) {
        return any(ROOMS.stream().filter(other -> !other.equals(room)).toList());
    }

    /** A thing that can be set to either of two states. */
    record Thing(String entity, String on, String off, String isOn, String isOff) {}

    Thing thing(String room) {
        return any(List.of(
                new Thing("light." + room, "light.turn_on", "light.turn_off", "on", "off"),
                new Thing("switch." + room + "_radio", "switch.turn_on", "switch.turn_off", "on", "off"),
                new Thing("cover." + room + "_blind", "cover.open_cover", "cover.close_cover", "open", "closed"),
                new Thing("fan." + room, "homeassistant.turn_on", "homeassistant.turn_off", "on", "off"),
                new Thing("lock." + room, "lock.unlock", "lock.lock", "unlocked", "locked"),
                new Thing("input_boolean." + room, "input_boolean.turn_on", "input_boolean.turn_off", "on", "off")));
    }

    /** A trigger that has nothing to do with the things. */
    Map<String, Object> trigger(String room) {
        return switch (random.nextInt(6)) {
            case 0 -> map("trigger", "state", "entity_id", "binary_sensor." + room + "_motion", "to", "on");
            case 1 -> map("trigger", "state", "entity_id", "person.ann", "from", "not_home", "to", "home");
            case 2 -> map("trigger", "time", "at", clock(random.nextInt(24 * 60)));
            case 3 ->
                map("trigger", "sun", "event", random.nextBoolean() ? "sunset" : "sunrise", "offset", "-00:15:00");
            case 4 -> map("trigger", "event", "event_type", "remote_" + room, "event_data", map("button", "left"));
            default -> map("trigger", "numeric_state", "entity_id", "sensor." + room + "_co2", "above", 900);
        };
    }

    static String clock(int minute) {
        int within = Math.floorMod(minute, 24 * 60);
        return String.format(Locale.ROOT, "%02d:%02d:00", within / 60, within % 60);
    }

    static Map<String, Object> call(String service, String entity) {
        return map("action", service, "target", map("entity_id", entity));
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    Map<String, Object> automation(Object triggers, List<?> conditions, Object... actions) {
        number++;
        Map<String, Object> automation = map("id", "id" + number, "alias", "Automation " + number);
        automation.put("triggers", triggers instanceof List<?> ? triggers : List.of(triggers));
        if (!conditions.isEmpty()) {
            automation.put("conditions", conditions);
        }
        automation.put("actions", Arrays.asList(actions));
        return automation;
    }

    static Map<String, Object> is(String entity, String state) {
        return map("condition", "state", "entity_id", entity, "state", state);
    }

    static Map<String, Object> window(int from, int to) {
        return map("condition", "time", "after", clock(from), "before", clock(to));
    }

    @SafeVarargs
    final ConflictCase of(String title, Set<ConflictKind> expected, Map<String, Object>... automations) {
        Respelling spelling = new Respelling(random);
        List<Map<String, Object>> spelled = new ArrayList<>();
        for (Map<String, Object> automation : automations) {
            spelled.add(new LinkedHashMap<>(spelling.of(automation)));
        }
        if (random.nextBoolean()) {
            Collections.reverse(spelled);
        }
        return new ConflictCase(title, expected, new YamlWriter().write(spelled));
    }

    static Set<ConflictKind> kinds(ConflictKind first, ConflictKind... more) {
        return EnumSet.of(first, more);
    }
}
