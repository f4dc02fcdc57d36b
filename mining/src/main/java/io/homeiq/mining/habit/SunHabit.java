package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.statistics.CircularTime;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * People do it around sunrise or sunset.
 *
 * @param offset seconds after the event, negative before it
 * @param tolerance seconds before and after, within which an act is the same habit
 * @param weekdays the days of whose sun it is done
 */
public record SunHabit(Deed deed, SunEvent event, int offset, int tolerance, Set<DayOfWeek> weekdays)
        implements DailyHabit {

    /** Further from the event, in seconds, nobody does anything because of it. */
    static final int EARLIEST_SECONDS = -2 * 3600;

    static final int LATEST_SECONDS = 3 * 3600;

    @Override
    public PatternKind kind() {
        return PatternKind.SUN;
    }

    @Override
    public DayFrame frame() {
        return new DayFrame.BySun(event);
    }

    @Override
    public int second() {
        return Math.floorMod(offset, CircularTime.DAY_SECONDS);
    }
}
