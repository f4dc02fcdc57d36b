package io.homeiq.mining.statistics;

/**
 * Draws without putting back: Fisher's exact test of a two-by-two table (Fisher, J. R. Statist. Soc. 85, 1922), one-sided.
 */
public final class Hypergeometric {

    private Hypergeometric() {}

    /**
     * How likely it is to draw at least so many marked ones.
     *
     * @param drawnMarked of the drawn ones
     * @param drawn how many are drawn
     * @param marked how many there are
     * @param all marked or not
     * @return 0 to 1
     */
    public static double upperTail(int drawnMarked, int drawn, int marked, int all) {
        if (drawn < 0 || marked < 0 || drawn > all || marked > all) {
            throw new IllegalArgumentException("no draw of " + drawn + " from " + all + " with " + marked + " marked");
        }
        int least = Math.max(0, drawn + marked - all);
        int most = Math.min(drawn, marked);
        if (drawnMarked <= least) {
            return 1;
        }
        if (drawnMarked > most) {
            return 0;
        }
        double term = Math.exp(
                logChoose(marked, drawnMarked) + logChoose(all - marked, drawn - drawnMarked) - logChoose(all, drawn));
        double sum = 0;
        for (int i = drawnMarked; i <= most; i++) {
            sum += term;
            term *= (double) (marked - i) * (drawn - i) / ((i + 1.0) * (all - marked - drawn + i + 1.0));
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        return Binomial.logFactorial(n) - Binomial.logFactorial(k) - Binomial.logFactorial(n - k);
    }
}
