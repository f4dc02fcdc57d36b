package io.homeiq.replay.condition;

import io.homeiq.replay.value.NumberText;
import io.homeiq.replay.value.PlainText;
import java.math.BigInteger;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times of day as Home Assistant reads them: {@code HH:MM} or {@code HH:MM:SS}. */
public final class ClockTimes {

    private ClockTimes() {}

    /** Null if it is none. */
    public static @Nullable LocalTime parse(@Nullable Object value) {
        String[] parts = PlainText.of(value).split(":", -1);
        if (parts.length < 2) {
            return null;
        }
        int hour = part(parts[0], 23);
        int minute = part(parts[1], 59);
        int second = parts.length > 2 ? part(parts[2], 59) : 0;
        return hour < 0 || minute < 0 || second < 0 ? null : LocalTime.of(hour, minute, second);
    }

    private static int part(String text, int highest) {
        BigInteger number = NumberText.toInteger(text);
        boolean fits = number != null && number.signum() >= 0 && number.compareTo(BigInteger.valueOf(highest)) <= 0;
        return fits && number != null ? number.intValue() : -1;
    }
}
