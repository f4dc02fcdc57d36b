package io.homeiq.simulation.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One local day. It has 23 or 25 hours where the clock changes.
 *
 * @param number counted from 0
 */
public record Day(int number, LocalDate date, ZoneId zone, SunTimes sun) {

    private static final int MINUTES = 24 * 60;

    public long start() {
        return Micros.of(date.atStartOfDay(zone).toInstant());
    }

    /** The start of the next day. */
    public long end() {
        return Micros.of(date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** When the wall shows the time; a time that the clock skips is as much later, one shown twice is the first. */
    public long at(LocalTime time) {
        return Micros.of(date.atTime(time).atZone(zone).toInstant());
    }

    /** When the wall shows so many minutes after midnight; from 1,440 on it is the next day's wall, below 0 the last one's. */
    public long minute(int minuteOfDay) {
        LocalDate on = date.plusDays(Math.floorDiv(minuteOfDay, MINUTES));
        LocalTime time = LocalTime.ofSecondOfDay(60L * Math.floorMod(minuteOfDay, MINUTES));
        return Micros.of(on.atTime(time).atZone(zone).toInstant());
    }

    /** Somewhere within some hours from one on; they may end on the next day. */
    public long within(int fromHour, double hours, Chance chance) {
        return at(LocalTime.of(fromHour, 0)) + (long) (chance.share() * hours * Micros.HOUR);
    }

    /** Around a time: at most so many minutes before or after it, mostly much nearer. */
    public long around(LocalTime time, double minutes, Chance chance) {
        return at(time) + (long) (chance.bell() * minutes * Micros.MINUTE);
    }

    public DayOfWeek weekday() {
        return date.getDayOfWeek();
    }

    public boolean isWeekend() {
        return weekday().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
