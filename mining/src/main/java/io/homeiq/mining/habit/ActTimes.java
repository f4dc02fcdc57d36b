package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** When people did one deed: local days and times of day, by time of day. */
final class ActTimes {

    private final int[] days;
    private final int[] seconds;

    private ActTimes(int[] days, int[] seconds) {
        this.days = days;
        this.seconds = seconds;
    }

    static ActTimes of(Household home, Deed deed, DayRange range) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        int[] acts = IntStream.range(0, timeline.size())
                .filter(i -> timeline.isActAt(i) && timeline.stateAt(i) == deed.state())
                .filter(i -> range.contains(home.calendar().dayOf(timeline.timeAt(i))))
                .boxed()
                .sorted(Comparator.comparingInt(i -> home.calendar().secondOfDay(timeline.timeAt(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ActTimes(
                Arrays.stream(acts)
                        .map(i -> home.calendar().dayOf(timeline.timeAt(i)))
                        .toArray(),
                Arrays.stream(acts)
                        .map(i -> home.calendar().secondOfDay(timeline.timeAt(i)))
                        .toArray());
    }

    /** Epoch days, in the order of {@link #seconds()}. */
    int[] days() {
        return days;
    }

    /** Of the day, rising. */
    int[] seconds() {
        return seconds;
    }

    int size() {
        return days.length;
    }

    /** Those at the given positions, which must rise. */
    ActTimes only(int[] positions) {
        return new ActTimes(
                Arrays.stream(positions).map(i -> days[i]).toArray(),
                Arrays.stream(positions).map(i -> seconds[i]).toArray());
    }
}
