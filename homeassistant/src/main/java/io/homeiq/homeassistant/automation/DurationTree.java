package io.homeiq.homeassistant.automation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Periods of time as automations spell them: {@code HH:MM}, {@code HH:MM:SS}, seconds, or parts by name. Home Assistant
 * counts in microseconds.
 */
final class DurationTree {

    private static final Pattern CLOCK = Pattern.compile("([+-]?)(\\d{1,9}):(\\d{1,9})(?::(\\d{1,9}(?:\\.\\d*)?))?");
    private static final List<String> PARTS = List.of("days", "hours", "minutes", "seconds", "milliseconds");
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    /** The longest period that is understood, in seconds: about 300 years. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(10_000_000_000L);

    private DurationTree() {}

    /** The period, or nothing if it is none or a template. */
    static Optional<Duration> read(@Nullable Object value) {
        if (value instanceof Map<?, ?> parts) {
            return ofParts(parts);
        }
        if (value instanceof String text) {
            Matcher clock = CLOCK.matcher(text);
            if (clock.matches()) {
                return ofClock(clock);
            }
        }
        return Values.decimal(value).flatMap(DurationTree::ofSeconds);
    }

    /** Like {@link #read}, but nothing for a period before zero. */
    static Optional<Duration> readPositive(@Nullable Object value) {
        return read(value).filter(duration -> !duration.isNegative());
    }

    private static Optional<Duration> ofClock(Matcher clock) {
        BigDecimal seconds = new BigDecimal(clock.group(2))
                .multiply(BigDecimal.valueOf(3_600))
                .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)));
        if (clock.group(4) != null) {
            seconds = seconds.add(new BigDecimal(clock.group(4)));
        }
        return ofSeconds("-".equals(clock.group(1)) ? seconds.negate() : seconds);
    }

    private static Optional<Duration> ofParts(Map<?, ?> parts) {
        BigDecimal seconds = BigDecimal.ZERO;
        for (Map.Entry<?, ?> part : parts.entrySet()) {
            Optional<BigDecimal> amount = Values.decimal(part.getValue());
            BigDecimal unit = unit(part.getKey());
            if (amount.isEmpty() || unit == null) {
                return Optional.empty();
            }
            seconds = seconds.add(amount.get().multiply(unit));
        }
        return parts.isEmpty() ? Optional.empty() : ofSeconds(seconds);
    }

    private static @Nullable BigDecimal unit(@Nullable Object name) {
        return switch (name == null ? -1 : PARTS.indexOf(name)) {
            case 0 -> BigDecimal.valueOf(86_400);
            case 1 -> BigDecimal.valueOf(3_600);
            case 2 -> BigDecimal.valueOf(60);
            case 3 -> BigDecimal.ONE;
            case 4 -> BigDecimal.valueOf(1, 3);
            default -> null;
        };
    }

    private static Optional<Duration> ofSeconds(BigDecimal seconds) {
        if (seconds.abs().compareTo(MAX_SECONDS) > 0) {
            return Optional.empty();
        }
        long micros =
                seconds.multiply(MICROS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return Optional.of(
                Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L));
    }

    /** {@code HH:MM:SS}, or the seconds by name if there is a fraction. */
    static Object write(Duration duration) {
        if (duration.getNano() != 0) {
            BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                    .add(BigDecimal.valueOf(duration.getNano(), 9))
                    .setScale(6, RoundingMode.HALF_EVEN);
            return Map.of("seconds", seconds.doubleValue());
        }
        long seconds = Math.abs(duration.getSeconds());
        String sign = duration.isNegative() ? "-" : "";
        return String.format(Locale.ROOT, "%s%02d:%02d:%02d", sign, seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
