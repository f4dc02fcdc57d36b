package io.homeiq.mining.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;

/**
 * The home's calendar over epoch milliseconds: local days, counted as in {@link LocalDate#toEpochDay()}, and times of
 * day. For one thread at a time.
 */
public final class LocalDays {

    private static final long DAY_SECONDS = 86_400;
    private static final int MAX_KEPT_DAYS = 20_000;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<Integer, Long> starts = new HashMap<>();

    public LocalDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    private long localSeconds(long millis) {
        return Math.floorDiv(millis, 1000)
                + rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
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
        return LocalDate.ofEpochDay(day)
                .atTime(LocalTime.ofSecondOfDay(secondOfDay))
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant()
                .toEpochMilli();
    }

    /** The first moment of a day; kept, since every look at a range of days asks for it. */
    public long startOf(int day) {
        Long known = starts.get(day);
        if (known != null) {
            return known;
        }
        if (starts.size() >= MAX_KEPT_DAYS) {
            starts.clear();
        }
        long start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
        starts.put(day, start);
        return start;
    }

    public LocalDate dateOf(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
