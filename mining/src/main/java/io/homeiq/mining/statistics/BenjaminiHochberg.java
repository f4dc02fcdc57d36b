package io.homeiq.mining.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Keeps the share of false discoveries in check when many hypotheses are tested at once (Benjamini and Hochberg, J. R.
 * Statist. Soc. B 57, 1995).
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * The q-value of each p-value: the least false discovery rate at which it would be called a discovery,
     * {@code q(i) = min over j ≥ i of p(j) · m / j} for p-values in rising order.
     *
     * @param pValues each 0 to 1
     * @param tested how many hypotheses were tested in all; at least as many as there are p-values
     * @return in the order of the p-values
     */
    public static double[] qValues(double[] pValues, int tested) {
        if (tested < pValues.length) {
            throw new IllegalArgumentException(pValues.length + " p-values of only " + tested + " tests");
        }
        int[] byP = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[pValues.length];
        Arrays.fill(q, 1);
        double least = 1;
        for (int rank = byP.length; rank >= 1; rank--) {
            int i = byP[rank - 1];
            least = Math.min(least, pValues[i] * tested / rank);
            q[i] = least;
        }
        return q;
    }
}
