package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.NumberSeries;
import java.util.Arrays;

/**
 * The numbers that a sensor crossed, upwards or downwards, within some time before each of several moments: one span for
 * each moment, in which the limit lies if the crossing was the reason.
 */
final class Crossed {

    private final double[] lows;
    private final double[] highs;

    private Crossed(double[] lows, double[] highs) {
        this.lows = lows;
        this.highs = highs;
    }

    /**
     * Looks back from each moment.
     *
     * @param upwards whether rising or falling counts
     */
    static Crossed before(long[] moments, long withinMillis, NumberSeries series, boolean upwards) {
        double[] lows = new double[moments.length];
        double[] highs = new double[moments.length];
        int count = 0;
        for (long moment : moments) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = Math.max(1, series.firstAtOrAfter(moment - withinMillis));
                    i < series.size() && series.timeAt(i) < moment;
                    i++) {
                float from = upwards ? series.valueAt(i - 1) : series.valueAt(i);
                float to = upwards ? series.valueAt(i) : series.valueAt(i - 1);
                if (from < to) {
                    low = Math.min(low, from);
                    high = Math.max(high, to);
                }
            }
            if (low < high) {
                lows[count] = low;
                highs[count] = high;
                count++;
            }
        }
        double[] sortedLows = Arrays.copyOf(lows, count);
        double[] sortedHighs = Arrays.copyOf(highs, count);
        Arrays.sort(sortedLows);
        Arrays.sort(sortedHighs);
        return new Crossed(sortedLows, sortedHighs);
    }

    /** The least number of each span, included, rising: as many as there are moments at which anything was crossed. */
    double[] lows() {
        return lows;
    }

    /** The greatest number of each span, excluded, rising. */
    double[] highs() {
        return highs;
    }

    /** How many spans a number lies in. */
    int over(double value) {
        return notAbove(lows, value) - notAbove(highs, value);
    }

    /** How many of the rising numbers are at most so great. */
    private static int notAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A number in the most spans, the middle of such where they lie together; not a number where there is no span. */
    double deepest() {
        int best = 0;
        double from = Double.NaN;
        double until = Double.NaN;
        for (int i = 0; i < lows.length; i++) {
            int depth = over(lows[i]);
            if (depth > best) {
                best = depth;
                from = lows[i];
                until = highs[notAbove(highs, lows[i])];
            }
        }
        return (from + until) / 2;
    }
}
