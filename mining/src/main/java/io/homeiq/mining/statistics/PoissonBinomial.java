package io.homeiq.mining.statistics;

/**
 * How many of some independent trials succeed, each with a chance of its own: the exact distribution, trial by trial
 * (Barlow and Heidtmann, IEEE Trans. Reliability 33, 1984; Wang, Statistica Sinica 3, 1993).
 */
public final class PoissonBinomial {

    private PoissonBinomial() {}

    /**
     * How likely so many successes or more are.
     *
     * @param chances of each trial, 0 to 1
     * @return 0 to 1
     */
    public static double upperTail(int successes, double[] chances) {
        if (successes <= 0) {
            return 1;
        }
        if (successes > chances.length) {
            return 0;
        }
        // What is below the number asked for, by count; the rest of the probability has reached it.
        double[] below = new double[successes];
        below[0] = 1;
        double reached = 0;
        for (double chance : chances) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance lies between 0 and 1, was: " + chance);
            }
            reached += below[successes - 1] * chance;
            for (int count = successes - 1; count > 0; count--) {
                below[count] = below[count] * (1 - chance) + below[count - 1] * chance;
            }
            below[0] *= 1 - chance;
        }
        return Math.min(1, reached);
    }
}
