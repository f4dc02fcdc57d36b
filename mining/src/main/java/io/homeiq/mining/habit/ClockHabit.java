package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * People do it around the same time of day.
 *
 * @param secondOfDay 0 to 86,399
 * @param tolerance seconds before and after, within which an act is the same habit
 * @param weekdays the days it is done on; the day is that of {@code secondOfDay}, also where the act falls beyond midnight
 */
public record ClockHabit(Deed deed, int secondOfDay, int tolerance, Set<DayOfWeek> weekdays) implements DailyHabit {

    @Override
    public PatternKind kind() {
        return PatternKind.TIME_OF_DAY;
    }

    @Override
    public DayFrame frame() {
        return new DayFrame.ByClock();
    }

    @Override
    public int second() {
        return secondOfDay;
    }
}
