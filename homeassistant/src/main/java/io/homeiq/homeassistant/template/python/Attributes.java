package io.homeiq.homeassistant.template.python;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's {@code value.name}. */
public final class Attributes {

    private Attributes() {}

    /**
     * Null if there is none of that name.
     *
     * @throws Unsupported for one that Python has and we do not
     * @throws PythonError for one that the sandbox keeps out of reach
     */
    public static @Nullable Object of(Object value, String name) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (name.startsWith("__") && name.endsWith("__")) {
            throw new Unsupported("the attribute " + name);
        }
        return switch (value) {
            case String text -> StringMethods.ALL.get(text, name);
            case View view -> null;
            case Range range -> ListMethods.TUPLE.get(range, name);
            case Group group -> group(group, name);
            case Tuple tuple -> ListMethods.TUPLE.get(tuple, name);
            case List<?> list -> ListMethods.LIST.get(list, name);
            case Map<?, ?> map -> DictionaryMethods.ALL.get(map, name);
            case Set<?> set -> SetMethods.ALL.get(set, name);
            case Moment moment -> MomentMethods.ALL.get(moment, name);
            case LocalDate date -> TimeMethods.DATE.get(date, name);
            case LocalTime time -> TimeMethods.TIME.get(time, name);
            case Duration duration -> TimeMethods.DURATION.get(duration, name);
            case HasAttributes host -> host.attribute(name);
            default -> number(value, name);
        };
    }

    private static @Nullable Object group(Group group, String name) {
        return switch (name) {
            case "grouper" -> group.get(0);
            case "list" -> group.get(1);
            default -> ListMethods.TUPLE.get(group, name);
        };
    }

    private static @Nullable Object number(Object value, String name) {
        if (value instanceof Boolean || value instanceof Long || value instanceof BigInteger) {
            return NumberMethods.INTEGER.get(value, name);
        }
        if (value instanceof Double number) {
            return NumberMethods.FLOAT.get(number, name);
        }
        if (value instanceof Markup || value instanceof Callable || value instanceof Generator) {
            throw new Unsupported("attributes of a " + Values.typeName(value));
        }
        return null;
    }
}
