package io.homeiq.homeassistant.template.python;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of value something is, and what Python's {@code bool} and {@code len} say of it. */
public final class Values {

    private Values() {}

    /** A value from outside as the operations here want it. Containers keep their elements as they are. */
    public static Object of(@Nullable Object outside) {
        return switch (outside) {
            case null -> None.NONE;
            case Instant instant -> Moment.of(instant, ZoneOffset.UTC);
            case ZonedDateTime time -> Moment.of(time.toInstant(), time.getZone());
            case LocalDateTime time -> new Moment(time, null, false);
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            default -> outside;
        };
    }

    /** An integer in its one form: {@code Long} where it fits. */
    public static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    public static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof BigInteger;
    }

    /** Numbers in Python's sense, so also True and False. */
    public static boolean isNumber(Object value) {
        return isInteger(value) || value instanceof Double || value instanceof Boolean;
    }

    /** Python's truth of a value. */
    public static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case None none -> false;
            case Undefined undefined -> false;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case BigInteger number -> number.signum() != 0;
            case String text -> !text.isEmpty();
            case Markup markup -> !markup.text().isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Set<?> set -> !set.isEmpty();
            case Duration duration -> !duration.isZero();
            case Sized sized -> sized.length() != 0;
            default -> true;
        };
    }

    /** Python's {@code len}. */
    public static long length(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case Markup markup -> markup.text().codePointCount(0, markup.text().length());
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case Set<?> set -> set.size();
            case Undefined undefined -> 0;
            case Sized sized -> sized.length();
            default -> throw PythonError.type("object of type '" + typeName(value) + "' has no len()");
        };
    }

    /** Something of the host that has a length. */
    public interface Sized {
        long length();
    }

    /** Python's name of the value's class. */
    public static String typeName(Object value) {
        return switch (value) {
            case None none -> "NoneType";
            case Boolean truth -> "bool";
            case Long number -> "int";
            case BigInteger number -> "int";
            case Double number -> "float";
            case String text -> "str";
            case Tuple tuple -> "tuple";
            case Range range -> "range";
            case View view -> view.type();
            case List<?> list -> "list";
            case Map<?, ?> map -> "dict";
            case Set<?> set -> "set";
            case Moment moment -> "datetime";
            case LocalDate date -> "date";
            case LocalTime time -> "time";
            case Duration duration -> "timedelta";
            case Generator generator -> "generator";
            case Markup markup -> "Markup";
            case Undefined undefined -> "LoggingUndefined";
            case HasAttributes host -> host.type();
            default -> "function";
        };
    }
}
