package io.homeiq.mining.habit.daily;

import io.homeiq.mining.statistics.CircularTime;
import java.util.Arrays;

/**
 * The part of the day of a given width within which acts fell on the most days.
 *
 * @param days on how many different days
 * @param centre circular mean of the middle half of the acts in it (the midmean, which stragglers do not draw to their
 *     side), seconds of the day
 */
record DenseWindow(int days, double centre) {

    /**
     * Slides a window over the acts, once around the clock.
     *
     * @param acts at least one
     * @param width seconds
     */
    static DenseWindow find(ActTimes acts, int width) {
        int n = acts.size();
        int firstDay = Arrays.stream(acts.days()).min().orElseThrow();
        int[] perDay = new int[Arrays.stream(acts.days()).max().orElseThrow() - firstDay + 1];
        int days = 0;
        int bestDays = 0;
        int bestFrom = 0;
        int bestUntil = 1;
        int until = 0;
        for (int from = 0; from < n; from++) {
            while (until < from + n && second(acts, until) - acts.seconds()[from] <= width) {
                days += perDay[acts.days()[until % n] - firstDay]++ == 0 ? 1 : 0;
                until++;
            }
            if (days > bestDays) {
                bestDays = days;
                bestFrom = from;
                bestUntil = until;
            }
            days -= --perDay[acts.days()[from] - firstDay] == 0 ? 1 : 0;
        }
        int[] inside = new int[bestUntil - bestFrom];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = acts.seconds()[(bestFrom + i) % n];
        }
        return new DenseWindow(bestDays, CircularTime.mean(middle(inside)));
    }

    /** The half of the acts, in their order, that lies in the middle. */
    private static int[] middle(int[] acts) {
        int quarter = acts.length / 4;
        return Arrays.copyOfRange(acts, quarter, acts.length - quarter);
    }

    private static int second(ActTimes acts, int index) {
        int n = acts.size();
        return acts.seconds()[index % n] + (index >= n ? CircularTime.DAY_SECONDS : 0);
    }
}
