package io.homeiq.replay.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Python writes a value: {@code str()}. */
public final class PlainText {

    private static final int FIRST_EXPONENT = 16;
    private static final int LAST_SMALL_EXPONENT = -4;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private PlainText() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> text;
            case Boolean flag -> flag ? "True" : "False";
            case Double number -> ofDouble(number);
            case Instant instant -> dateTime(instant.atZone(ZoneOffset.UTC), " ");
            case ZonedDateTime time -> dateTime(time, " ");
            case Duration duration -> ofDuration(duration);
            case List<?> list -> list.stream().map(PlainText::quoted).collect(Collectors.joining(", ", "[", "]"));
            case Set<?> set -> set.stream().map(PlainText::quoted).collect(Collectors.joining(", ", "{", "}"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /** {@code repr()}: as within a list. */
    private static String quoted(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return of(value);
        }
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return escaped.contains("'") && !escaped.contains("\"")
                ? "\"" + escaped + "\""
                : "'" + escaped.replace("'", "\\'") + "'";
    }

    /** {@code isoformat()}. */
    public static String iso(ZonedDateTime time) {
        return dateTime(time, "T");
    }

    private static String dateTime(ZonedDateTime time, String between) {
        boolean whole = time.getNano() / 1_000 == 0;
        String pattern = "uuuu-MM-dd'" + between + "'HH:mm:ss" + (whole ? "" : ".SSSSSS") + "xxx";
        return DateTimeFormatter.ofPattern(pattern).format(time);
    }

    private static String ofDouble(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < LAST_SMALL_EXPONENT || exponent >= FIRST_EXPONENT) {
            return scientific(shortest, exponent);
        }
        String plain = shortest.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String scientific(BigDecimal shortest, int exponent) {
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = exponent < 0 ? "-" : "+";
        String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return (shortest.signum() < 0 ? "-" : "") + mantissa + "e" + sign + size;
    }

    private static String ofDuration(Duration duration) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(duration));
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        long rest = Math.floorMod(micros, MICROS_PER_SECOND);
        long days = Math.floorDiv(seconds, 86_400L);
        long ofDay = Math.floorMod(seconds, 86_400L);
        String clock = "%d:%02d:%02d".formatted(ofDay / 3_600, ofDay / 60 % 60, ofDay % 60);
        String fraction = rest == 0 ? "" : ".%06d".formatted(rest);
        String before = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        return before + clock + fraction;
    }
}
