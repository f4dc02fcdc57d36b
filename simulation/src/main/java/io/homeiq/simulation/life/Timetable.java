package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A person's usual week.
 *
 * @param workdays on these they go to work or school
 * @param bedMinutes when they sleep, in minutes after midnight at the end of the day; mostly negative
 */
record Timetable(Set<DayOfWeek> workdays, LocalTime wakes, LocalTime leaves, LocalTime returns, int bedMinutes) {

    private static final double WAKE_SPREAD = 12;
    private static final double LEAVE_SPREAD = 40;
    private static final double RETURN_SPREAD = 95;
    private static final double BED_SPREAD = 15;

    /** In the order of the residents. */
    static final List<Timetable> ALL = List.of(
            new Timetable(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(6, 15),
                    LocalTime.of(8, 10),
                    LocalTime.of(17, 10),
                    -60),
            new Timetable(
                    EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(7, 20),
                    LocalTime.of(8, 50),
                    LocalTime.of(18, 0),
                    25),
            new Timetable(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(7, 0),
                    LocalTime.of(8, 0),
                    LocalTime.of(15, 20),
                    -150),
            new Timetable(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(7, 5),
                    LocalTime.of(7, 50),
                    LocalTime.of(14, 50),
                    -170));

    boolean isWorkday(Day day) {
        return workdays.contains(day.weekday());
    }

    long wakesOn(Day day, Chance chance) {
        return day.isWeekend() ? day.around(LocalTime.of(8, 20), 45, chance) : day.around(wakes, WAKE_SPREAD, chance);
    }

    Outing workOn(Day day, Chance chance) {
        return Outing.of(day.around(leaves, LEAVE_SPREAD, chance), day.around(returns, RETURN_SPREAD, chance));
    }

    long sleepsAfter(Day day, Chance chance) {
        return day.end() + (long) ((bedMinutes + chance.bell() * BED_SPREAD) * Micros.MINUTE);
    }
}
