package io.homeiq.replay.value;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts as true. */
public final class Truth {

    private static final Set<String> YES = Set.of("1", "true", "yes", "on", "enable");
    private static final Set<String> NO = Set.of("0", "false", "no", "off", "disable");

    private Truth() {}

    /** Python's {@code bool()}: nothing, zero and what is empty are false. */
    public static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Double number -> number != 0;
            case BigInteger number -> number.signum() != 0;
            case Number number -> number.longValue() != 0;
            case String text -> !text.isEmpty();
            case Collection<?> values -> !values.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Duration duration -> !duration.isZero();
            default -> true;
        };
    }

    /** What Home Assistant takes for a yes or a no, or null if it is neither. */
    public static @Nullable Boolean yesOrNo(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text -> {
                String word = text.toLowerCase(Locale.ROOT).strip();
                yield YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
            }
            case Number number -> of(number);
            case null, default -> null;
        };
    }

    /** Whether the result of a template trigger is true: a yes, or a number other than 0. */
    public static boolean ofResult(@Nullable Object result) {
        return Boolean.TRUE.equals(yesOrNo(result));
    }
}
