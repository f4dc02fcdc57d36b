package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.drift.TimeShift;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.SunHabit;
import io.homeiq.mining.statistics.CircularTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in plain words what became of a habit. */
final class DriftWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int MINUTE = 60;

    private DriftWords() {}

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String moved(DailyHabit habit, TimeShift shift, LocalDate since) {
        return "since " + date(since) + " you do it around " + time(habit, shift.seconds()) + ", before it was "
                + time(habit, 0);
    }

    static String follows(DailyHabit before, LocalDate since) {
        return "was " + time(before, 0) + " until " + date(since.minusDays(1));
    }

    static String time(DailyHabit habit, double laterSeconds) {
        double second = habit.second() + laterSeconds;
        if (habit instanceof SunHabit sun) {
            long minutes = Math.round(CircularTime.difference(second, 0) / MINUTE);
            String event = sun.event() == SunEvent.SUNSET ? "sunset" : "sunrise";
            return minutes == 0
                    ? event
                    : Math.abs(minutes) + " minutes " + (minutes < 0 ? "before " : "after ") + event;
        }
        long minute = Math.floorMod(Math.round(second / MINUTE), (long) CircularTime.DAY_SECONDS / MINUTE);
        return LocalTime.ofSecondOfDay(minute * MINUTE).toString();
    }
}
