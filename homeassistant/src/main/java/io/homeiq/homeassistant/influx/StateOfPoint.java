package io.homeiq.homeassistant.influx;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.homeassistant.source.PagedStates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what Home Assistant's integration does to a state. It writes a text into the field {@code state} and a number
 * into {@code value}; for on, off and the like both. An attribute becomes a field of its name if it is a number, and
 * with {@code _str} behind the name otherwise. Not thread-safe.
 */
final class StateOfPoint {

    /** Texts that are written with a number beside them. */
    private static final Set<String> WITH_NUMBER = Set.of(
            "on", "off", "open", "closed", "home", "not_home", "locked", "unlocked", "above_horizon", "below_horizon");

    /** Fields that an attribute of the same name has to make room for, with a line below behind its name. */
    private static final Set<String> TAKEN = Set.of("state_", "value_", "time_");

    private static final String TEXT = "_str";
    private static final String UNIT = "unit_of_measurement";

    /** Beyond it a number is not written without a point, because not every whole number has a place. */
    private static final double LARGEST_WHOLE = 1e15;

    /** Most rows repeat the attributes of the row before: these are kept once. */
    private Attributes last = Attributes.NONE;

    /** Tells the row's state. */
    void tell(Point point, PagedStates states) {
        String text = point.fields().get("state") instanceof String told && !told.isEmpty() ? told : null;
        String domain = point.tags().getOrDefault("domain", "");
        Double number = point.fields().get("value") instanceof Double value ? value : null;
        String state = text != null || number == null ? text : number(domain, number);
        states.add(entityId(point, domain), state, attributes(point, text), point.time());
    }

    private static @Nullable String entityId(Point point, String domain) {
        String object = point.tags().getOrDefault("entity_id", "");
        return domain.isEmpty() || object.isEmpty() ? null : domain + "." + object;
    }

    /** As Home Assistant most probably wrote it: input numbers always have a point, whole numbers of others mostly not. */
    private static String number(String domain, double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
        return isWhole && !domain.equals("input_number") ? Long.toString((long) value) : Double.toString(value);
    }

    private Attributes attributes(Point point, @Nullable String text) {
        Map<String, @Nullable Object> values = new HashMap<>();
        point.tags().forEach((name, value) -> {
            if (!name.equals("domain") && !name.equals("entity_id")) {
                values.put(name, value);
            }
        });
        boolean isValueOurs = text == null || WITH_NUMBER.contains(text);
        point.fields().forEach((name, value) -> {
            boolean isState = name.equals("state") && value instanceof String || name.equals("value") && isValueOurs;
            if (!isState && !(value instanceof Double && point.fields().containsKey(name + TEXT))) {
                put(values, name, value);
            }
        });
        fromMeasurement(point, text, values);
        if (!values.equals(last.values())) {
            last = values.isEmpty() ? Attributes.NONE : new Attributes(values);
        }
        return last;
    }

    private static void put(Map<String, @Nullable Object> values, String field, Object value) {
        String name = value instanceof String && field.endsWith(TEXT)
                ? field.substring(0, field.length() - TEXT.length())
                : field;
        String attribute = TAKEN.contains(name) ? name.substring(0, name.length() - 1) : name;
        values.put(attribute, "None".equals(value) ? null : plain(value));
    }

    private static Object plain(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        return value;
    }

    /** What names the measurement is not written as a field: the unit, or the device class behind the domain. */
    private static void fromMeasurement(Point point, @Nullable String text, Map<String, @Nullable Object> values) {
        String name = point.measurement();
        String domain = point.tags().getOrDefault("domain", "");
        if (name.startsWith(domain + "__")) {
            values.putIfAbsent("device_class", name.substring(domain.length() + 2));
            return;
        }
        boolean isEntity = name.equals(domain) || name.equals(entityId(point, domain));
        if (text == null && !isEntity && !name.isEmpty()) {
            values.putIfAbsent(UNIT, name);
        }
    }
}
