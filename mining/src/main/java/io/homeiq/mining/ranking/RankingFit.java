package io.homeiq.mining.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link RankingModel} to examples: logistic regression with an L2 penalty, minimizing {@code Σ log(1 + exp(−y·f(x))) + λ/2 · Σ w²}
 * over the weights that each {@link EvidenceFeature} allows.
 *
 * <p>One weight after the other (Genkin, Lewis and Madigan, Technometrics 49, 2007), each step {@code −g / (¼ Σ x² + λ)} with the
 * gradient {@code g}: the curvature of the logistic loss is a quarter at most, so no step leads upwards and none needs a search along the
 * line (Böhning and Lindsay, Ann. Inst. Statist. Math. 40, 1988). A step out of what is allowed ends at its edge. The loss is strictly
 * convex, so there is one best model; no chance takes part, and the same examples give the same model.
 */
public final class RankingFit {

    /** The penalty: weak beside some hundred examples, yet strong enough that ten features of the same thing share its weight. */
    private static final double LAMBDA = 1;

    /** Rounds over all weights at most. */
    private static final int MAX_ROUNDS = 2_000;

    /** A round that moves no weight further than this was the last. */
    private static final double STILL = 1e-7;

    private static final double MOST_CURVED = 0.25;

    private final boolean[] wanted;
    private final double[][] columns;
    private final double[] sums;
    private final double[] weights;
    private double intercept;

    private RankingFit(boolean[] wanted, double[][] columns) {
        this.wanted = wanted;
        this.columns = columns;
        this.sums = new double[wanted.length];
        this.weights = new double[columns.length];
    }

    /**
     * The best model for these examples.
     *
     * @throws IllegalArgumentException if they are not of both sorts, for then there is nothing to tell apart
     */
    public static RankingModel of(List<RankingExample> examples) {
        long good = examples.stream().filter(RankingExample::wanted).count();
        if (good == 0 || good == examples.size()) {
            throw new IllegalArgumentException("a ranking is learned from good and bad examples, were: " + good
                    + " good ones of " + examples.size());
        }
        EvidenceFeature[] features = EvidenceFeature.values();
        List<Standardized> standard = new ArrayList<>();
        for (EvidenceFeature feature : features) {
            standard.add(Standardized.of(examples.stream()
                    .mapToDouble(example -> example.features().get(feature))
                    .toArray()));
        }
        boolean[] wanted = new boolean[examples.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = examples.get(i).wanted();
        }
        RankingFit fit = new RankingFit(
                wanted, standard.stream().map(Standardized::values).toArray(double[][]::new));
        fit.run(features);
        List<RankingModel.Term> terms = new ArrayList<>();
        for (int j = 0; j < features.length; j++) {
            Standardized column = standard.get(j);
            terms.add(new RankingModel.Term(features[j], column.centre(), column.scale(), fit.weights[j]));
        }
        return new RankingModel(fit.intercept, terms);
    }

    private void run(EvidenceFeature[] features) {
        double[] ones = new double[wanted.length];
        Arrays.fill(ones, 1);
        double moved = Double.MAX_VALUE;
        for (int round = 0; round < MAX_ROUNDS && moved > STILL; round++) {
            double shift = -gradient(ones) / (MOST_CURVED * wanted.length);
            intercept += shift;
            add(ones, shift);
            moved = Math.abs(shift);
            for (int j = 0; j < columns.length; j++) {
                double gradient = gradient(columns[j]) + LAMBDA * weights[j];
                double next = features[j].allowed(weights[j] - gradient / (MOST_CURVED * squares(columns[j]) + LAMBDA));
                add(columns[j], next - weights[j]);
                moved = Math.max(moved, Math.abs(next - weights[j]));
                weights[j] = next;
            }
        }
    }

    /** Of the loss without the penalty, along one column. */
    private double gradient(double[] column) {
        double gradient = 0;
        for (int i = 0; i < column.length; i++) {
            gradient += column[i] * (Logistic.of(sums[i]) - (wanted[i] ? 1 : 0));
        }
        return gradient;
    }

    private void add(double[] column, double step) {
        for (int i = 0; i < column.length; i++) {
            sums[i] += step * column[i];
        }
    }

    private static double squares(double[] column) {
        return Arrays.stream(column).map(value -> value * value).sum();
    }
}
