package io.homeiq.mining.habit.span;

import io.homeiq.mining.habit.ActLog;
import io.homeiq.mining.timeline.LocalDays;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When people went to bed and got up, as their behaviour tells: between the last act of an evening and the first of a
 * morning lie hours in which nobody does anything.
 */
final class Nights {

    private static final long SHORTEST_MILLIS = 4 * 3_600_000L;
    private static final long LONGEST_MILLIS = 16 * 3_600_000L;
    private static final int EVENING_SECOND = 19 * 3600;
    private static final int MORNING_SECOND = 5 * 3600;

    /** The last act may come before what tells of bedtime, and the first long after what tells of waking. */
    private static final long BEFORE_MILLIS = 30 * 60_000L;

    private static final long AFTER_MILLIS = 60 * 60_000L;

    private final NavigableSet<Long> begins = new TreeSet<>();
    private final NavigableSet<Long> ends = new TreeSet<>();

    private Nights(ActLog log, LocalDays calendar) {
        for (int i = 1; i < log.size(); i++) {
            long quiet = log.timeAt(i) - log.timeAt(i - 1);
            int second = calendar.secondOfDay(log.timeAt(i - 1));
            boolean late = second >= EVENING_SECOND || second < MORNING_SECOND;
            if (late && quiet >= SHORTEST_MILLIS && quiet <= LONGEST_MILLIS) {
                begins.add(log.timeAt(i - 1));
                ends.add(log.timeAt(i));
            }
        }
    }

    static Nights of(ActLog log, LocalDays calendar) {
        return new Nights(log, calendar);
    }

    /** Whether people went to bed around a moment. */
    boolean beginAround(long time) {
        return isNear(begins, time);
    }

    /** Whether people got up around a moment. */
    boolean endAround(long time) {
        return isNear(ends, time);
    }

    private static boolean isNear(NavigableSet<Long> times, long time) {
        Long next = times.ceiling(time - BEFORE_MILLIS);
        return next != null && next <= time + AFTER_MILLIS;
    }
}
