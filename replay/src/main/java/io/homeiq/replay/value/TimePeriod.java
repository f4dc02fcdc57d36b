package io.homeiq.replay.value;

import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How long a time period is, in each of the ways in which Home Assistant lets people write it. */
public final class TimePeriod {

    private static final double MICROS_PER_SECOND = 1e6;
    /** The longest of Python. */
    private static final double MAX_MICROS = 86_400e6 * 999_999_999;

    private static final Map<String, Double> SECONDS_PER_UNIT =
            Map.of("days", 86_400.0, "hours", 3_600.0, "minutes", 60.0, "seconds", 1.0, "milliseconds", 0.001);

    private TimePeriod() {}

    /** The names of the parts of a period. */
    public static boolean isUnit(@Nullable Object name) {
        return name instanceof String text && SECONDS_PER_UNIT.containsKey(text);
    }

    /** A period of any sign, to the microsecond, or null if it is none. */
    public static @Nullable Duration of(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Map<?, ?> parts) {
            return ofParts(parts);
        }
        Duration clock = value instanceof String text ? ofClock(text) : null;
        if (clock != null) {
            return clock;
        }
        OptionalDouble seconds = NumberText.toFloat(value);
        return seconds.isPresent() ? micros(seconds.getAsDouble() * MICROS_PER_SECOND) : null;
    }

    /** The same, or null if it is negative. */
    public static @Nullable Duration positive(@Nullable Object value) {
        Duration period = of(value);
        return period == null || period.isNegative() ? null : period;
    }

    private static @Nullable Duration ofParts(Map<?, ?> parts) {
        double micros = 0;
        for (Map.Entry<?, ?> part : parts.entrySet()) {
            Double unit = part.getKey() instanceof String name ? SECONDS_PER_UNIT.get(name) : null;
            OptionalDouble amount = NumberText.toFloat(part.getValue());
            if (unit == null || amount.isEmpty()) {
                return null;
            }
            micros += amount.getAsDouble() * (unit * MICROS_PER_SECOND);
        }
        return parts.isEmpty() ? null : micros(micros);
    }

    /** {@code HH:MM} or {@code HH:MM:SS.F}, perhaps with a sign. */
    private static @Nullable Duration ofClock(String text) {
        boolean negative = text.startsWith("-");
        String clock = negative || text.startsWith("+") ? text.substring(1) : text;
        List<String> parts = List.of(clock.split(":", -1));
        if (parts.size() != 2 && parts.size() != 3) {
            return null;
        }
        BigInteger hours = NumberText.toInteger(parts.get(0));
        BigInteger minutes = NumberText.toInteger(parts.get(1));
        OptionalDouble seconds = parts.size() == 3 ? NumberText.toFloat(parts.get(2)) : OptionalDouble.of(0);
        if (hours == null || minutes == null || seconds.isEmpty()) {
            return null;
        }
        double total = hours.doubleValue() * 3_600 + minutes.doubleValue() * 60 + seconds.getAsDouble();
        return micros((negative ? -total : total) * MICROS_PER_SECOND);
    }

    private static @Nullable Duration micros(double micros) {
        return Math.abs(micros) <= MAX_MICROS ? Duration.of((long) Math.rint(micros), ChronoUnit.MICROS) : null;
    }
}
