package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values of an automation's tree, read as leniently as Home Assistant does; nothing where a value is another. */
final class Values {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?");
    private static final Pattern TEMPLATE = Pattern.compile("\\{[{%#]");

    private Values() {}

    /** The entries of a list, or the one value that stands for a list of itself; none for null. */
    static List<@Nullable Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> new ArrayList<@Nullable Object>(list);
            default -> List.of(value);
        };
    }

    /** One or more entity ids, as text with commas or as a list. */
    static Optional<List<EntityId>> entities(@Nullable Object value) {
        List<EntityId> entities = new ArrayList<>();
        List<?> texts = value instanceof String text ? List.of(text.split(",", -1)) : list(value);
        for (Object entry : texts) {
            String id = entry instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
            if (!EntityId.isValid(id)) {
                return Optional.empty();
            }
            entities.add(new EntityId(id));
        }
        return entities.isEmpty() ? Optional.empty() : Optional.of(entities);
    }

    /** One or more states. Where the quotes around on and off were forgotten, they are meant. */
    static Optional<List<String>> states(@Nullable Object value) {
        List<String> states = new ArrayList<>();
        for (Object entry : list(value)) {
            switch (entry) {
                case String text -> states.add(text);
                case Boolean flag -> states.add(flag ? "on" : "off");
                case Integer number -> states.add(number.toString());
                case null -> {
                    return Optional.empty();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(states);
    }

    static Optional<BigDecimal> decimal(@Nullable Object value) {
        if (value instanceof String text) {
            String digits = text.strip();
            return NUMBER.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
        }
        boolean isFinite = !(value instanceof Double number) || Double.isFinite(number);
        return value instanceof Number number && isFinite
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    static Optional<Double> number(@Nullable Object value) {
        return decimal(value).map(BigDecimal::doubleValue).filter(Double::isFinite);
    }

    /** The shortest way to write a number that reads back equal. */
    static Object shortest(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        boolean isMinusZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        if (isWhole && !isMinusZero) {
            return (int) value;
        }
        return value;
    }

    static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text, or an empty one for what is none: for comparing with words that are known. */
    static String word(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    /** {@code HH:MM} or {@code HH:MM:SS}. */
    static Optional<LocalTime> time(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return Optional.empty();
        }
        int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        try {
            return Optional.of(
                    LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), second));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static String text(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }

    /** A list of one is written as the one. */
    static Object oneOrMore(List<String> texts) {
        return texts.size() == 1 ? texts.getFirst() : texts;
    }

    static Object oneOrMoreEntities(List<EntityId> entities) {
        return oneOrMore(entities.stream().map(EntityId::value).toList());
    }

    /** Whether a template of Jinja or a tag of YAML stands anywhere in it, so that its value is not known here. */
    static boolean isDynamic(@Nullable Object value) {
        return switch (value) {
            case String text -> isTemplate(text);
            case List<?> list -> list.stream().anyMatch(Values::isDynamic);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getKey() instanceof String key && (key.startsWith("!") || isTemplate(key))
                                        || isDynamic(entry.getValue()));
            case null -> false;
            default -> false;
        };
    }

    static boolean isTemplate(String text) {
        return TEMPLATE.matcher(text).find();
    }
}
