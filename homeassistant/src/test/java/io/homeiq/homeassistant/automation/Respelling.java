package io.homeiq.homeassistant.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes an automation in today's spelling in one of the many spellings that mean the same. */
final class Respelling {

    private final Random random;

    Respelling(Random random) {
        this.random = random;
    }

    Map<String, @Nullable Object> of(Map<String, ?> automation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        automation.forEach((key, value) -> {
            switch (key) {
                case "triggers" -> tree.put(either("triggers", "trigger"), oneOrMany(triggers(value)));
                case "conditions" -> tree.put(either("conditions", "condition"), oneOrMany(conditions(value)));
                case "actions" -> tree.put(either("actions", "action"), oneOrMany(actions(value)));
                default -> tree.put(key, value);
            }
        });
        return tree;
    }

    private <T> T either(T one, T other) {
        return random.nextBoolean() ? one : other;
    }

    private Object oneOrMany(List<?> list) {
        return list.size() == 1 && random.nextBoolean() ? list.getFirst() : list;
    }

    private static List<Map<?, ?>> maps(Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : List.of(value)) {
            maps.add((Map<?, ?>) entry);
        }
        return maps;
    }

    private List<Object> triggers(Object value) {
        List<Object> all = new ArrayList<>();
        for (Map<?, ?> trigger : maps(value)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            trigger.forEach((key, inner) -> {
                switch (String.valueOf(key)) {
                    case "trigger" -> tree.put(either("trigger", "platform"), inner);
                    case "entity_id" -> tree.put("entity_id", entities(inner));
                    case "to", "from" -> tree.put(String.valueOf(key), either(inner, List.of(inner)));
                    case "for" -> tree.put("for", hold(String.valueOf(inner)));
                    case "at" -> tree.put("at", either(inner, List.of(inner)));
                    default -> tree.put(String.valueOf(key), inner);
                }
            });
            all.add(tree);
        }
        return random.nextInt(6) == 0 ? List.of(Map.of("triggers", all)) : all;
    }

    /** {@code HH:MM:SS} in one of its forms. */
    private Object hold(String clock) {
        String[] parts = clock.split(":", -1);
        int seconds = (Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1])) * 60 + Integer.parseInt(parts[2]);
        return switch (random.nextInt(4)) {
            case 0 -> clock;
            case 1 -> seconds;
            case 2 -> Map.of("seconds", seconds);
            default -> Map.of("minutes", seconds / 60, "seconds", seconds % 60);
        };
    }

    private Object entities(Object value) {
        if (value instanceof List<?> list) {
            return either(
                    list, String.join(", ", list.stream().map(String::valueOf).toList()));
        }
        return either(value, List.of(value));
    }

    private List<Object> conditions(Object value) {
        List<Object> all = new ArrayList<>();
        maps(value).forEach(condition -> all.add(condition(condition)));
        return switch (all.size() > 1 ? random.nextInt(3) : 2) {
            case 0 -> List.of(Map.of("and", all));
            case 1 -> List.of(Map.of("condition", "and", "conditions", all));
            default -> all;
        };
    }

    private Object condition(Map<?, ?> condition) {
        boolean isState = "state".equals(condition.get("condition")) && condition.size() == 3;
        if (isState && condition.get("state") instanceof String state && random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? "{{ is_state('" + condition.get("entity_id") + "', '" + state + "') }}"
                    : Map.of(
                            "condition",
                            "template",
                            "value_template",
                            "{{ states('" + condition.get("entity_id") + "') == '" + state + "' }}");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        condition.forEach((key, inner) -> tree.put(String.valueOf(key), inner));
        if (random.nextInt(5) == 0) {
            tree.put("alias", "asked");
        }
        return tree;
    }

    private List<Object> actions(Object value) {
        List<Object> all = new ArrayList<>();
        maps(value).forEach(action -> all.add(action(action)));
        return switch (random.nextInt(8)) {
            case 0 -> List.of(Map.of("sequence", all));
            case 1 -> List.of(Map.of("parallel", List.of(Map.of("sequence", all))));
            case 2 -> List.of(Map.of("repeat", Map.of("count", 1, "sequence", all)));
            default -> all;
        };
    }

    private Object action(Map<?, ?> action) {
        if (!action.containsKey("action")) {
            return action;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(either("action", "service"), action.get("action"));
        Map<String, Object> data = new LinkedHashMap<>();
        if (action.get("data") instanceof Map<?, ?> given) {
            given.forEach((key, inner) -> data.put(String.valueOf(key), inner));
        }
        if (action.get("target") instanceof Map<?, ?> target && target.get("entity_id") != null) {
            Object entities = entities(target.get("entity_id"));
            switch (random.nextInt(3)) {
                case 0 -> tree.put("entity_id", entities);
                case 1 -> data.put("entity_id", entities);
                default -> tree.put("target", Map.of("entity_id", entities));
            }
        }
        if (!data.isEmpty()) {
            tree.put(either("data", "data_template"), data);
        }
        if (random.nextInt(6) == 0) {
            tree.put("alias", "step");
        }
        return tree;
    }
}
