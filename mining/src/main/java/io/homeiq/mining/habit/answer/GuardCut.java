package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Limit;
import io.homeiq.mining.timeline.NumberSeries;
import io.homeiq.mining.timeline.NumberWalk;
import java.util.Arrays;

/** Finds the limit of a number by which the firings that people agreed with are best told from the others. */
final class GuardCut {

    /** Of the firings that people agreed with, these shares may lie on the wrong side of a limit. */
    private static final double[] LOST = {0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12};

    /** What the sensor told at them, rising; where it told nothing, nothing. */
    private final double[] agreed;

    private final double[] unwanted;

    GuardCut(NumberSeries series, Firings firings) {
        this.agreed = numbers(series, firings.agreed());
        this.unwanted = numbers(series, firings.unwanted());
    }

    private static double[] numbers(NumberSeries series, long[] times) {
        double[] numbers = new double[times.length];
        NumberWalk walk = new NumberWalk(series);
        int count = 0;
        for (long time : times) {
            float value = walk.valueBefore(time);
            if (!Float.isNaN(value)) {
                numbers[count++] = value;
            }
        }
        double[] known = Arrays.copyOf(numbers, count);
        Arrays.sort(known);
        return known;
    }

    /**
     * Of the limits just beyond nearly all that people agreed with, the one that spares the most unwanted ones.
     *
     * @param above whether larger numbers are let through
     * @return not a number if none spares any
     */
    double best(boolean above) {
        double best = Double.NaN;
        double bestScore = 0;
        for (double lost : agreed.length == 0 ? new double[0] : LOST) {
            int out = (int) (lost * agreed.length);
            double edge = above ? agreed[out] : agreed[agreed.length - 1 - out];
            int spared = spared(edge, above);
            double score = spared - (double) out * unwanted.length / agreed.length;
            if (spared > 0 && score > bestScore) {
                bestScore = score;
                double next = above ? unwanted[spared - 1] : unwanted[unwanted.length - spared];
                best = new RoundNumber(Math.min(edge, next), Math.max(edge, next), above).get();
            }
        }
        return best;
    }

    /** How many of the firings that people agreed with a limit lets through. */
    int agreedBeyond(Limit limit) {
        return beyond(agreed, limit);
    }

    int unwantedBeyond(Limit limit) {
        return beyond(unwanted, limit);
    }

    private static int beyond(double[] numbers, Limit limit) {
        // Both have the width of a reading.
        double value = (float) limit.value();
        return limit.above() ? numbers.length - below(numbers, Math.nextUp(value)) : below(numbers, value);
    }

    /** How many unwanted ones lie beyond an edge. */
    private int spared(double edge, boolean above) {
        return above ? below(unwanted, edge) : unwanted.length - below(unwanted, Math.nextUp(edge));
    }

    /** How many of the rising numbers are less than a value. */
    private static int below(double[] rising, double value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
