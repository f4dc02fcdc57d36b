package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.LocalDays;
import io.homeiq.mining.timeline.NumberSeries;
import java.util.Arrays;

/**
 * When a number crossed each of several limits on one side, found in one walk over its series: from one reading to the
 * next it mostly crosses none, so that many limits cost hardly more than one.
 */
public final class Crossings {

    private static final int INITIAL_CAPACITY = 64;

    /** Rising towards the side that is beyond; small numbers are turned around. */
    private final float[] limits;

    private final boolean above;
    private final int most;
    private final long[][] times;
    private final int[] counts;

    private Crossings(boolean above, double[] limits, int most) {
        this.above = above;
        this.most = most;
        this.limits = new float[limits.length];
        for (int i = 0; i < limits.length; i++) {
            this.limits[place(i)] = above ? (float) limits[i] : -(float) limits[i];
        }
        this.times = new long[limits.length][INITIAL_CAPACITY];
        this.counts = new int[limits.length];
    }

    /**
     * The moments at which it went from not beyond a limit to beyond it, in epoch milliseconds, rising; one array for each
     * limit.
     *
     * @param limits rising
     * @param most of a limit that is crossed more often, so many moments and one more are told
     */
    public static long[][] of(
            NumberSeries series, LocalDays calendar, DayRange range, boolean above, double[] limits, int most) {
        Crossings crossings = new Crossings(above, limits, most);
        int first = Math.max(1, series.firstAtOrAfter(calendar.startOf(range.first())));
        crossings.walk(series, first, series.firstAtOrAfter(calendar.startOf(range.last() + 1)));
        long[][] found = new long[limits.length][];
        for (int i = 0; i < limits.length; i++) {
            int place = crossings.place(i);
            found[i] = Arrays.copyOf(crossings.times[place], crossings.counts[place]);
        }
        return found;
    }

    private int place(int limit) {
        return above ? limit : limits.length - 1 - limit;
    }

    private void walk(NumberSeries series, int first, int end) {
        int beyond = first < end ? moved(0, towards(series.valueAt(first - 1))) : 0;
        for (int i = first; i < end; i++) {
            float value = towards(series.valueAt(i));
            if (!isBetween(beyond, value)) {
                int now = moved(beyond, value);
                for (int crossed = beyond; crossed < now; crossed++) {
                    note(crossed, series.timeAt(i));
                }
                beyond = now;
            }
        }
    }

    private float towards(float number) {
        return above ? number : -number;
    }

    /** Whether a number lies beyond so many limits; false as well where {@link #moved} knows better. */
    private boolean isBetween(int beyond, float value) {
        return (beyond == 0 || value > limits[beyond - 1]) && (beyond == limits.length || value <= limits[beyond]);
    }

    /** How many limits a number lies beyond, looked for from the last answer; what is no number lies beyond none. */
    private int moved(int last, float value) {
        int beyond = last;
        while (beyond < limits.length && value > limits[beyond]) {
            beyond++;
        }
        while (beyond > 0 && !(value > limits[beyond - 1])) {
            beyond--;
        }
        return beyond;
    }

    private void note(int place, long time) {
        int count = counts[place];
        if (count <= most) {
            times[place] = count < times[place].length ? times[place] : Arrays.copyOf(times[place], 2 * count);
            times[place][count] = time;
            counts[place]++;
        }
    }
}
