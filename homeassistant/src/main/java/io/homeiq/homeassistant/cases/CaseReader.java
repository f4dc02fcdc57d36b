package io.homeiq.homeassistant.cases;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.Happening;
import io.homeiq.replay.InitialState;
import io.homeiq.replay.Question;
import io.homeiq.replay.device.Echo;
import io.homeiq.replay.device.SunEntity;
import io.homeiq.replay.zone.HomeZone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a question of the tree of a case. */
final class CaseReader {

    private static final Pattern SUN = Pattern.compile("sun\\.(sun|elevation)");

    private CaseReader() {}

    static Question question(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> home = mapping(tree, "home");
        return new Question(
                new Location(number(home, "latitude"), number(home, "longitude"), number(home, "elevation")),
                ZoneId.of(home.getOrDefault("time_zone", "UTC") instanceof String zone ? zone : "UTC"),
                time(tree, "start"),
                time(tree, "end"),
                elements(tree, "initial").stream().map(CaseReader::initial).toList(),
                new Verbatim(mapping(tree, "automation")),
                echo(tree.getOrDefault("echo", true)),
                false,
                SUN.matcher(String.valueOf(tree.get("automation"))).find() && lacks(tree, SunEntity.ID),
                String.valueOf(tree.get("automation")).contains("zone") && lacks(tree, HomeZone.ID),
                Question.MAX_FIRINGS);
    }

    /** The case does not bring an entity of its own, in place of Home Assistant's. */
    private static boolean lacks(Map<String, @Nullable Object> tree, String entityId) {
        return Stream.of("initial", "events")
                .flatMap(key -> elements(tree, key).stream())
                .noneMatch(element -> entityId.equals(element.get("entity_id")));
    }

    private static Echo echo(@Nullable Object value) {
        return switch (value) {
            case Boolean answers -> answers ? Echo.WITHIN : Echo.NONE;
            // As the reference has it: zero seconds is no answer.
            case Number seconds -> seconds.doubleValue() == 0 ? Echo.NONE : Echo.after(seconds.doubleValue());
            case null, default -> throw new CaseException("echo must be true, false or seconds, was: " + value);
        };
    }

    private static InitialState initial(Map<String, @Nullable Object> state) {
        return new InitialState(
                text(state, "entity_id"),
                stateText(state),
                mapping(state, "attributes"),
                state.get("last_changed") == null ? null : time(state, "last_changed"),
                context(state));
    }

    /** A state that is no text stands as its JSON. */
    private static String stateText(Map<String, @Nullable Object> state) {
        return String.valueOf(state.get("state"));
    }

    static List<Happening> happenings(Map<String, @Nullable Object> tree) {
        List<Happening> happenings = new ArrayList<>();
        for (Map<String, @Nullable Object> event : elements(tree, "events")) {
            happenings.add(happening(event));
        }
        happenings.sort(Comparator.comparing(Happening::time));
        return happenings;
    }

    private static Happening happening(Map<String, @Nullable Object> event) {
        Instant time = time(event, "time");
        if (event.containsKey("event_type")) {
            return new Happening.EventFired(
                    time, text(event, "event_type"), mapping(event, "event_data"), context(event));
        }
        if (!event.containsKey("state")) {
            throw new CaseException("an event needs a state or an event_type");
        }
        String state = event.get("state") == null ? null : stateText(event);
        return new Happening.StateTaken(
                time, text(event, "entity_id"), state, mapping(event, "attributes"), context(event));
    }

    private static @Nullable Context context(Map<String, @Nullable Object> holder) {
        Map<String, @Nullable Object> context = mapping(holder, "context");
        return context.isEmpty()
                ? null
                : new Context(optional(context, "id"), optional(context, "parent_id"), optional(context, "user_id"));
    }

    private static @Nullable String optional(Map<String, @Nullable Object> holder, String key) {
        Object value = holder.get(key);
        return value == null ? null : value.toString();
    }

    private static Instant time(Map<String, @Nullable Object> holder, String key) {
        return OffsetDateTime.parse(text(holder, key)).toInstant();
    }

    private static String text(Map<String, @Nullable Object> holder, String key) {
        if (!(holder.get(key) instanceof String text)) {
            throw new CaseException(key + " must be a text, was: " + holder.get(key));
        }
        return text;
    }

    private static double number(Map<String, @Nullable Object> holder, String key) {
        Object value = holder.get(key);
        if (value != null && !(value instanceof Number)) {
            throw new CaseException(key + " must be a number, was: " + value);
        }
        return value == null ? 0 : ((Number) value).doubleValue();
    }

    /** Empty where there is none. */
    private static Map<String, @Nullable Object> mapping(Map<String, @Nullable Object> holder, String key) {
        Object value = holder.get(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new CaseException(key + " must be an object, was: " + value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, entry) -> copy.put(String.valueOf(name), entry));
        return copy;
    }

    private static List<Map<String, @Nullable Object>> elements(Map<String, @Nullable Object> holder, String key) {
        Object value = holder.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new CaseException(key + " must be a list, was: " + value);
        }
        List<Map<String, @Nullable Object>> elements = new ArrayList<>();
        for (Object element : list) {
            Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
            wrapped.put(key, element);
            elements.add(mapping(wrapped, key));
        }
        return elements;
    }
}
