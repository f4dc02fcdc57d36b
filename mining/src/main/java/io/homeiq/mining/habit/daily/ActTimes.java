package io.homeiq.mining.habit.daily;

import io.homeiq.mining.habit.DayFrame;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** When people did one deed: local days and seconds of a frame, by those seconds. */
public final class ActTimes {

    private final int[] days;
    private final int[] seconds;

    private ActTimes(int[] days, int[] seconds) {
        this.days = days;
        this.seconds = seconds;
    }

    /** By the clock on the wall. */
    public static ActTimes of(Household home, Deed deed, DayRange range) {
        return of(home, deed, range, new DayFrame.ByClock());
    }

    /** Counted in a frame; what belongs to no day of it is left out. */
    public static ActTimes of(Household home, Deed deed, DayRange range, DayFrame frame) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        List<DayFrame.Place> places = new ArrayList<>();
        int end = timeline.firstAtOrAfter(home.calendar().startOf(range.last() + 1));
        for (int i = timeline.firstAtOrAfter(home.calendar().startOf(range.first())); i < end; i++) {
            if (timeline.stateAt(i) == deed.state() && timeline.isActAt(i)) {
                frame.placeOf(home, timeline.timeAt(i)).ifPresent(places::add);
            }
        }
        places.sort(Comparator.comparingInt(DayFrame.Place::second));
        return new ActTimes(
                places.stream().mapToInt(DayFrame.Place::day).toArray(),
                places.stream().mapToInt(DayFrame.Place::second).toArray());
    }

    /** Epoch days, in the order of {@link #seconds()}. */
    int[] days() {
        return days;
    }

    /** Of the frame, rising. */
    int[] seconds() {
        return seconds;
    }

    public int size() {
        return days.length;
    }

    /** Those at the positions that are wanted. */
    ActTimes only(IntPredicate wanted) {
        int[] theirDays = new int[days.length];
        int[] theirSeconds = new int[days.length];
        int count = 0;
        for (int i = 0; i < days.length; i++) {
            if (wanted.test(i)) {
                theirDays[count] = days[i];
                theirSeconds[count++] = seconds[i];
            }
        }
        return new ActTimes(Arrays.copyOf(theirDays, count), Arrays.copyOf(theirSeconds, count));
    }
}
