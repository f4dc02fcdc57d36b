package io.homeiq.replay.trigger;

import io.homeiq.replay.config.Fields;
import io.homeiq.replay.loop.TimeExpression;
import io.homeiq.replay.value.NumberText;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code hours}, {@code minutes} and {@code seconds}: a number, {@code /n} or {@code *}. */
final class TimePatternReader {

    private TimePatternReader() {}

    /** Larger units imply 0 for the smaller ones that are not given. */
    static TimePatternTrigger take(Fields fields) {
        if (!fields.has("hours") && !fields.has("minutes") && !fields.has("seconds")) {
            throw fields.refuse("at least one of hours, minutes, seconds is required");
        }
        Part hours = part(fields, "hours", 23, null);
        Part minutes = part(fields, "minutes", 59, hours);
        Part seconds = part(fields, "seconds", 59, minutes);
        if (hours.isAll() && minutes.isAll() && seconds.isAll()) {
            return new TimePatternTrigger(null);
        }
        return new TimePatternTrigger(new TimeExpression(hours.values(), minutes.values(), seconds.values()));
    }

    private record Part(boolean isGiven, boolean isAll, List<Integer> values) {}

    private static Part part(Fields fields, String key, int highest, @Nullable Part larger) {
        if (!fields.has(key)) {
            boolean implied = larger != null && larger.isGiven();
            List<Integer> values = implied ? List.of(0) : TimeExpression.every(highest);
            return new Part(implied, !implied, values);
        }
        Object value = fields.take(key);
        if ("*".equals(value)) {
            return new Part(true, true, TimeExpression.every(highest));
        }
        String step = value instanceof String text && text.startsWith("/") ? text.substring(1) : null;
        boolean isStep = step != null;
        BigInteger number = NumberText.toInteger(isStep ? step : value);
        if (number == null || number.signum() < (isStep ? 1 : 0) || number.compareTo(BigInteger.valueOf(highest)) > 0) {
            throw fields.refuse("must be a value between 0 and " + highest + " at " + key + ", was: " + value);
        }
        int n = number.intValue();
        return new Part(true, false, isStep ? TimeExpression.everyNth(n, highest) : List.of(n));
    }
}
