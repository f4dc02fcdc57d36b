package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * People do it around the same time of day.
 *
 * @param secondOfDay 0 to 86,399
 * @param tolerance seconds before and after, within which an act is the same habit
 * @param weekdays the days it is done on; the day is that of {@code secondOfDay}, also where the act falls beyond midnight
 */
record ClockHabit(Deed deed, int secondOfDay, int tolerance, Set<DayOfWeek> weekdays) implements Habit {

    /** An act this far from the usual time is still the same doing at an unusual time: it counts as missed. */
    static final int NEIGHBOURHOOD_SECONDS = 2 * 3600;

    @Override
    public PatternKind kind() {
        return PatternKind.TIME_OF_DAY;
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        for (int day = range.first(); day <= range.last(); day++) {
            boolean due = weekdays.contains(home.calendar().weekdayOf(day))
                    && home.days().isLived(day);
            long time = due ? home.calendar().at(day, secondOfDay) : 0;
            if (due && home.days().covers(time)) {
                replayDay(replay, timeline, time);
            }
        }
        return replay;
    }

    private void replayDay(Replay replay, Timeline timeline, long time) {
        int act = nearestAct(timeline, time, tolerance * 1000L);
        if (act >= 0) {
            replay.agreed(time, timeline.timeAt(act), act);
            return;
        }
        if (timeline.stateBefore(time) == deed.state()) {
            replay.idle();
        } else {
            replay.unwanted(time);
        }
        int late = nearestAct(timeline, time, NEIGHBOURHOOD_SECONDS * 1000L);
        if (late >= 0) {
            replay.missed(timeline.timeAt(late));
        }
    }

    private int nearestAct(Timeline timeline, long time, long reach) {
        int nearest = -1;
        for (int i = timeline.firstAtOrAfter(time - reach);
                i < timeline.size() && timeline.timeAt(i) <= time + reach;
                i++) {
            boolean done = timeline.isActAt(i) && timeline.stateAt(i) == deed.state();
            if (done
                    && (nearest < 0
                            || Math.abs(timeline.timeAt(i) - time) < Math.abs(timeline.timeAt(nearest) - time))) {
                nearest = i;
            }
        }
        return nearest;
    }
}
