package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.time.DayOfWeek;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/** People do it once a day, around the same moment of the day. */
public sealed interface DailyHabit extends Habit permits ClockHabit, SunHabit {

    /** An act this far from the usual time is still the same doing at an unusual time: it counts as missed. */
    int NEIGHBOURHOOD_SECONDS = 2 * 3600;

    /** From where its time is counted. */
    DayFrame frame();

    /** Its time in the frame, 0 to 86,399. */
    int second();

    /** Seconds before and after, within which an act is the same habit. */
    int tolerance();

    /** The days it is done on: those of the frame, also where the act falls beyond midnight. */
    Set<DayOfWeek> weekdays();

    @Override
    default Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        eachTime(home, range, time -> replayDay(replay, home, time));
        return replay;
    }

    /** How often the {@link #replay} is agreed with, and at how many opportunities. */
    default DaysKept kept(Household home, DayRange range) {
        Timeline timeline = home.timeline(deed().entity()).orElseThrow();
        long reach = tolerance() * 1000L;
        int[] counts = new int[2];
        eachTime(home, range, time -> {
            counts[0] += timeline.firstAct(deed().state(), time - reach, time + reach) >= 0 ? 1 : 0;
            counts[1]++;
        });
        return new DaysKept(counts[0], counts[1]);
    }

    /**
     * How often a habit was kept.
     *
     * @param hits days on which people did it
     * @param opportunities days on which it was due
     */
    record DaysKept(int hits, int opportunities) {}

    private void eachTime(Household home, DayRange range, LongConsumer sink) {
        for (int day = range.first(); day <= range.last(); day++) {
            boolean due = weekdays().contains(home.calendar().weekdayOf(day))
                    && home.days().isLived(day);
            OptionalLong time = due ? frame().at(home, day, second()) : OptionalLong.empty();
            if (time.isPresent() && home.days().covers(time.getAsLong())) {
                sink.accept(time.getAsLong());
            }
        }
    }

    private void replayDay(Replay replay, Household home, long time) {
        Timeline timeline = home.timeline(deed().entity()).orElseThrow();
        int act = nearestAct(timeline, deed(), time, tolerance() * 1000L);
        if (act >= 0) {
            replay.agreed(time, timeline.timeAt(act), act);
            return;
        }
        if (deed().isDoneBefore(home, timeline, time)) {
            replay.idle(time);
        } else {
            replay.unwanted(time);
        }
        int late = nearestAct(timeline, deed(), time, NEIGHBOURHOOD_SECONDS * 1000L);
        if (late >= 0) {
            replay.missed(timeline.timeAt(late));
        }
    }

    /** The position of the act of a deed nearest to a time, both ways within a reach in milliseconds; -1 if there is none. */
    static int nearestAct(Timeline timeline, Deed deed, long time, long reach) {
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
