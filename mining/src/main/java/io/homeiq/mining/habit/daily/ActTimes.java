package io.homeiq.mining.habit.daily;

import io.homeiq.mining.habit.DayFrame;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        List<DayFrame.Place> places = IntStream.range(0, timeline.size())
                .filter(i -> timeline.isActAt(i) && timeline.stateAt(i) == deed.state())
                .filter(i -> range.contains(home.calendar().dayOf(timeline.timeAt(i))))
                .mapToObj(i -> frame.placeOf(home, timeline.timeAt(i)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(DayFrame.Place::second))
                .toList();
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

    /** Those at the given positions, which must rise. */
    ActTimes only(int[] positions) {
        return new ActTimes(
                Arrays.stream(positions).map(i -> days[i]).toArray(),
                Arrays.stream(positions).map(i -> seconds[i]).toArray());
    }
}
