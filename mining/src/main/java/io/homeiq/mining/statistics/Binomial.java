package io.homeiq.mining.statistics;

/** The binomial distribution's upper tail, summed exactly: how likely so many successes or more are by chance alone. */
public final class Binomial {

    private static final int SMALL = 32;
    /** A term so far below the sum that the rest cannot change it in double precision. */
    private static final double NEGLIGIBLE = 1e-17;

    private Binomial() {}

    /**
     * P(X ≥ successes) for X ~ B(trials, chance).
     *
     * @param chance of one success, 0 to 1
     * @return 0 to 1
     */
    public static double upperTail(int successes, int trials, double chance) {
        if (trials < 0 || !(0 <= chance && chance <= 1)) {
            throw new IllegalArgumentException("no binomial of " + trials + " trials with chance " + chance);
        }
        if (successes <= 0 || chance == 1 && successes <= trials) {
            return 1;
        }
        if (successes > trials || chance == 0) {
            return 0;
        }
        // Below the mean the terms grow at first, and the lower tail is the shorter sum.
        return successes > trials * chance
                ? sumUp(successes, trials, chance)
                : 1 - sumUp(trials - successes + 1, trials, 1 - chance);
    }

    private static double sumUp(int from, int trials, double chance) {
        double term = Math.exp(logTerm(from, trials, chance));
        double odds = chance / (1 - chance);
        double sum = 0;
        for (int i = from; i <= trials && term > sum * NEGLIGIBLE; i++) {
            sum += term;
            term *= odds * (trials - i) / (i + 1);
        }
        return Math.min(1, sum);
    }

    private static double logTerm(int successes, int trials, double chance) {
        return logFactorial(trials)
                - logFactorial(successes)
                - logFactorial(trials - successes)
                + successes * Math.log(chance)
                + (trials - successes) * Math.log1p(-chance);
    }

    /** By the sum for small numbers, else by Stirling's series, whose error there is below 1e-12. */
    static double logFactorial(int n) {
        if (n < SMALL) {
            double sum = 0;
            for (int i = 2; i <= n; i++) {
                sum += Math.log(i);
            }
            return sum;
        }
        double inverse = 1.0 / n;
        double series = inverse / 12 - Math.pow(inverse, 3) / 360 + Math.pow(inverse, 5) / 1260;
        return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
    }
}
