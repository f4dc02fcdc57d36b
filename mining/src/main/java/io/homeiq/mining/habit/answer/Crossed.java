package io.homeiq.mining.habit.answer;

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

    /** What was crossed upwards and what downwards. */
    record Both(Spans rises, Spans falls) {

        Crossed on(boolean up) {
            return (up ? rises : falls).sorted();
        }

        /** At how many moments anything was crossed. */
        int most(boolean up) {
            return (up ? rises : falls).count;
        }

        /** As {@link Crossed#over}, which for a single number is not worth the sorting. */
        int over(boolean up, double value) {
            return (up ? rises : falls).over(value);
        }
    }

    /** Looks back from each moment, which rise, both ways at once, since to find the place costs the most. */
    static Both before(long[] moments, long withinMillis, NumberSeries series) {
        Spans rises = new Spans(moments.length);
        Spans falls = new Spans(moments.length);
        int place = 0;
        for (long moment : moments) {
            place = series.firstAtOrAfter(place, moment - withinMillis);
            int first = Math.max(1, place);
            int end = first;
            while (end < series.size() && series.timeAt(end) < moment) {
                end++;
            }
            rises.add(series, first, end, true);
            falls.add(series, first, end, false);
        }
        return new Both(rises, falls);
    }

    /** The spans that were crossed one way, as they are found. */
    static final class Spans {

        private final double[] lows;
        private final double[] highs;
        private int count;

        private Spans(int most) {
            this.lows = new double[most];
            this.highs = new double[most];
        }

        /** What the readings from a position to before another crossed. */
        private void add(NumberSeries series, int first, int end, boolean upwards) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = first; i < end; i++) {
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

        private int over(double value) {
            int over = 0;
            for (int i = 0; i < count; i++) {
                over += lows[i] <= value && value < highs[i] ? 1 : 0;
            }
            return over;
        }

        private Crossed sorted() {
            double[] sortedLows = Arrays.copyOf(lows, count);
            double[] sortedHighs = Arrays.copyOf(highs, count);
            Arrays.sort(sortedLows);
            Arrays.sort(sortedHighs);
            return new Crossed(sortedLows, sortedHighs);
        }
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
