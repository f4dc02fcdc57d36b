package io.homeiq.mining.statistics;

/**
 * How large the largest of many usually is: the limit of block maxima (Fisher and Tippett, Proc. Camb. Phil. Soc. 24, 1928;
 * Gumbel, Statistics of Extremes, 1958), {@code P(X ≤ x) = exp(−exp(−(x − mode) / scale))}.
 *
 * @param mode the likeliest maximum
 * @param scale in the unit of the maxima, above 0
 */
public record Gumbel(double mode, double scale) {

    private static final double EULER_MASCHERONI = 0.577_215_664_901_532_9;

    public Gumbel {
        if (!Double.isFinite(mode) || !(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("mode must be finite and scale above 0, were: " + mode + ", " + scale);
        }
    }

    /**
     * By the method of moments: {@code scale = s·√6 / π}, {@code mode = mean − γ·scale}.
     *
     * @param maxima at least two
     * @param leastScale for maxima that hardly differ, such as those of a clockwork; above 0
     */
    public static Gumbel of(double[] maxima, double leastScale) {
        if (maxima.length < 2) {
            throw new IllegalArgumentException("a spread needs two maxima at least, were: " + maxima.length);
        }
        double sum = 0;
        for (double maximum : maxima) {
            sum += maximum;
        }
        double mean = sum / maxima.length;
        double squares = 0;
        for (double maximum : maxima) {
            squares += (maximum - mean) * (maximum - mean);
        }
        double deviation = Math.sqrt(squares / (maxima.length - 1));
        double scale = Math.max(leastScale, deviation * Math.sqrt(6) / Math.PI);
        return new Gumbel(mean - EULER_MASCHERONI * scale, scale);
    }

    /** The chance of a maximum of at least this, 0 to 1. */
    public double upperTail(double maximum) {
        return -Math.expm1(-Math.exp(-(maximum - mode) / scale));
    }
}
