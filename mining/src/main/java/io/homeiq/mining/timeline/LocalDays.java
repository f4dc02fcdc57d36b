package io.homeiq.mining.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The home's calendar over epoch milliseconds: local days, counted as in {@link LocalDate#toEpochDay()}, and times of
 * day. For one thread at a time.
 */
public final class LocalDays {

    private static final long DAY_SECONDS = 86_400;

    /** A power of two: each day has one place, shared with days years away. */
    private static final int KEPT_DAYS = 4_096;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final int[] keptDays = new int[KEPT_DAYS];
    private final long[] starts = new long[KEPT_DAYS];

    /** From when until before when, in epoch milliseconds, the offset in seconds is the one that was asked for last. */
    private long offsetFrom = Long.MAX_VALUE;

    private long offsetUntil = Long.MIN_VALUE;
    private int offset;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(keptDays, Integer.MIN_VALUE);
    }

    private long localSeconds(long millis) {
        if (millis < offsetFrom || millis >= offsetUntil) {
            findOffset(Instant.ofEpochMilli(millis));
        }
        return Math.floorDiv(millis, 1000) + offset;
    }

    /** Kept until the clocks change, since every change of the home asks for it. */
    private void findOffset(Instant time) {
        ZoneOffsetTransition last = rules.previousTransition(time.plusMillis(1));
        ZoneOffsetTransition next = rules.nextTransition(time);
        offset = rules.getOffset(time).getTotalSeconds();
        offsetFrom = last == null ? Long.MIN_VALUE : last.getInstant().toEpochMilli();
        offsetUntil = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
    }

    public int dayOf(long millis) {
        return (int) Math.floorDiv(localSeconds(millis), DAY_SECONDS);
    }

    /** What the clock on the wall shows: 0 to 86,399. */
    public int secondOfDay(long millis) {
        return (int) Math.floorMod(localSeconds(millis), DAY_SECONDS);
    }

    public DayOfWeek weekdayOf(int day) {
        return DayOfWeek.of((int) Math.floorMod(day + 3L, 7L) + 1);
    }

    /**
     * When the clock shows a time on a day. A time that the clock skips is taken as the moment after the gap, one that it
     * shows twice as the first.
     */
    public long at(int day, int secondOfDay) {
        // On nearly every day that is as long after its beginning.
        long plain = startOf(day) + 1000L * secondOfDay;
        return secondOfDay(plain) == secondOfDay && dayOf(plain) == day ? plain : slowly(day, secondOfDay);
    }

    private long slowly(int day, int secondOfDay) {
        return LocalDate.ofEpochDay(day)
                .atTime(LocalTime.ofSecondOfDay(secondOfDay))
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant()
                .toEpochMilli();
    }

    /** The first moment of a day; kept, since every look at a range of days asks for it. */
    public long startOf(int day) {
        int place = day & KEPT_DAYS - 1;
        if (keptDays[place] != day) {
            starts[place] =
                    LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
            keptDays[place] = day;
        }
        return starts[place];
    }

    public LocalDate dateOf(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
