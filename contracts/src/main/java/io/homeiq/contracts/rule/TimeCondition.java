package io.homeiq.contracts.rule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The home's clock is within a part of the day and the week. {@code after} later than {@code before} spans midnight;
 * the weekday is that of the moment asked about, also after midnight.
 *
 * @param after inclusive, to the second; null: from any time
 * @param before exclusive, to the second; null: until any time
 * @param weekdays from Monday on; empty: any day, but then a time must be given
 */
public record TimeCondition(
        @Nullable LocalTime after, @Nullable LocalTime before, Set<DayOfWeek> weekdays) implements Condition {

    public TimeCondition {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        if (after == null && before == null && weekdays.isEmpty()) {
            throw new IllegalArgumentException("a time condition needs a time or a weekday");
        }
        if (!isWholeSecond(after) || !isWholeSecond(before)) {
            throw new IllegalArgumentException(
                    "a time condition needs times of whole seconds, was: " + after + " to " + before);
        }
    }

    private static boolean isWholeSecond(@Nullable LocalTime time) {
        return time == null || time.truncatedTo(ChronoUnit.SECONDS).equals(time);
    }

    /** At any time of these days. */
    public static TimeCondition on(Set<DayOfWeek> weekdays) {
        return new TimeCondition(null, null, weekdays);
    }
}
