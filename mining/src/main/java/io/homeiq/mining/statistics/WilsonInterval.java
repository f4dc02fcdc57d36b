package io.homeiq.mining.statistics;

/**
 * A 95 % interval for a share that was seen in few trials (Wilson 1927); unlike the textbook interval it is right for
 * small numbers and never leaves 0 to 1.
 */
public record WilsonInterval(double low, double high) {

    /** The normal distribution's 97.5 % point. */
    private static final double Z = 1.959963984540054;

    /** The interval of a share; no trials give the whole of 0 to 1. */
    public static WilsonInterval of(int successes, int trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        if (trials == 0) {
            return new WilsonInterval(0, 1);
        }
        double share = (double) successes / trials;
        double z2n = Z * Z / trials;
        double centre = (share + z2n / 2) / (1 + z2n);
        double reach = Z / (1 + z2n) * Math.sqrt(share * (1 - share) / trials + z2n / (4 * trials));
        // Rounding must not push the share itself out of its interval.
        double low = successes == 0 ? 0 : Math.max(0, centre - reach);
        double high = successes == trials ? 1 : Math.min(1, centre + reach);
        return new WilsonInterval(Math.min(low, share), Math.max(high, share));
    }
}
