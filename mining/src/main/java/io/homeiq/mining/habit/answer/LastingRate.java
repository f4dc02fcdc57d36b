package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;

/**
 * How often a deed would follow some moments if only the time since the state before began told when it is done: a lamp
 * that burns for twenty minutes goes out soon after whatever happens while it burns. The same is asked of every other
 * time that it burned at least as long (the hazard of the durations, after Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958).
 */
final class LastingRate {

    /** Enough for a rate that is good to some percent; of more moments every so many-th is taken. */
    private static final int MAX_MOMENTS = 200;

    /** Of fewer durations nothing can be told. */
    private static final int MIN_DURATIONS = 8;

    private final Timeline timeline;
    private final short state;
    private final long[] durations;

    LastingRate(Household home, DayRange range, Deed deed) {
        this.timeline = home.timeline(deed.entity()).orElseThrow();
        this.state = deed.state();
        int end = timeline.firstAtOrAfter(home.calendar().startOf(range.last() + 1));
        long[] found = new long[end];
        int count = 0;
        for (int i = Math.max(1, timeline.firstAtOrAfter(home.calendar().startOf(range.first()))); i < end; i++) {
            if (timeline.isActAt(i) && timeline.stateAt(i) == state && timeline.stateAt(i - 1) != state) {
                found[count++] = timeline.timeAt(i) - begin(i);
            }
        }
        this.durations = Arrays.copyOf(found, count);
        Arrays.sort(durations);
    }

    /** When the entity left the wanted state or came back from an absence, before a position. */
    private long begin(int index) {
        int i = index - 1;
        while (i > 0 && timeline.stateAt(i - 1) != state && timeline.stateAt(i - 1) != StateNames.ABSENT) {
            i--;
        }
        return timeline.timeAt(i);
    }

    /**
     * The mean over the moments of the share of the other durations that end in time, among those that are longer.
     *
     * @return 0 to 1; 0 where too few durations are known
     */
    double of(long[] moments, long withinMillis) {
        if (durations.length < MIN_DURATIONS || moments.length == 0) {
            return 0;
        }
        int step = (moments.length + MAX_MOMENTS - 1) / MAX_MOMENTS;
        double sum = 0;
        int count = 0;
        int next = 0;
        for (int i = 0; i < moments.length; i += step) {
            boolean falls = i > 0 && moments[i] < moments[i - step];
            next = timeline.firstAtOrAfter(falls ? 0 : next, moments[i]);
            sum += at(next, moments[i], withinMillis);
            count++;
        }
        return sum / count;
    }

    private double at(int next, long moment, long withinMillis) {
        if (next == 0) {
            return 0;
        }
        long age = moment - begin(next);
        int notLonger = notAbove(age);
        int longer = durations.length - notLonger;
        int inTime = notAbove(age + withinMillis) - notLonger;
        // The moment's own duration tells nothing about itself.
        boolean own = timeline.firstAct(next, state, moment + withinMillis) >= 0;
        int others = Math.max(0, longer - 1);
        int othersInTime = Math.max(0, inTime - (own ? 1 : 0));
        return (Math.min(others, othersInTime) + 0.5) / (others + 1.0);
    }

    private int notAbove(long value) {
        int low = 0;
        int high = durations.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (durations[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
