package io.homeiq.homeassistant.template.python;

import java.math.BigInteger;
import java.time.Duration;

/** Python's {@code timedelta} on Java's durations: whole microseconds, days that may be negative. */
public final class Durations {

    /** Python knows no longer ones. */
    private static final long MAX_DAYS = 999_999_999;

    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    private Durations() {}

    public static BigInteger micros(Duration duration) {
        return BigInteger.valueOf(duration.toSeconds())
                .multiply(MICROS)
                .add(BigInteger.valueOf(duration.toNanosPart() / 1_000));
    }

    /**
     * So many microseconds.
     *
     * @throws PythonError if Python has no such long one
     */
    public static Duration ofMicros(BigInteger micros) {
        var parts = micros.divideAndRemainder(MICROS);
        if (parts[0].bitLength() > 62) {
            throw tooLong();
        }
        return checked(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue() * 1_000));
    }

    static Duration checked(Duration duration) {
        if (Math.abs(days(duration)) > MAX_DAYS) {
            throw tooLong();
        }
        return duration;
    }

    private static PythonError tooLong() {
        return PythonError.overflow("days out of range; must have magnitude <= " + MAX_DAYS);
    }

    /** Whole days, rounded down. */
    public static long days(Duration duration) {
        return Math.floorDiv(duration.toSeconds(), 86_400);
    }

    /** Seconds within the day. */
    static long seconds(Duration duration) {
        return Math.floorMod(duration.toSeconds(), 86_400);
    }

    /** Microseconds within the second. */
    static int microseconds(Duration duration) {
        return duration.toNanosPart() / 1_000;
    }

    /** Python's {@code total_seconds()}. */
    public static double totalSeconds(Duration duration) {
        return Numbers.divide(micros(duration), MICROS);
    }

    static String text(Duration duration) {
        var days = days(duration);
        var seconds = seconds(duration);
        var clock = "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        var micros = microseconds(duration) == 0 ? "" : ".%06d".formatted(microseconds(duration));
        return (days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ")) + clock + micros;
    }

    static String repr(Duration duration) {
        var parts = new StringBuilder();
        part(parts, "days", days(duration));
        part(parts, "seconds", seconds(duration));
        part(parts, "microseconds", microseconds(duration));
        return "datetime.timedelta(" + (parts.isEmpty() ? "0" : parts) + ")";
    }

    private static void part(StringBuilder parts, String name, long value) {
        if (value != 0) {
            parts.append(parts.isEmpty() ? "" : ", ").append(name).append('=').append(value);
        }
    }
}
