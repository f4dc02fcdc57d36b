package io.homeiq.mining.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well an order puts what is wanted first, measured on homes that it was not learned from.
 *
 * @param auc the chance that a wanted finding stands before an unwanted one, ties counted half (the area under the ROC curve, by Mann and
 *     Whitney's U: Hanley and McNeil, Radiology 143, 1982); 0 to 1, 0.5 for chance
 * @param logLoss −ln of the likelihood given to what is true, on average: how honest the scores are as likelihoods; 0 or more
 * @param precisionAtFive of the first five of a home, the share that is wanted; on average over the homes where anything is. Ties are
 *     held against the order
 */
public record RankingQuality(double auc, double logLoss, double precisionAtFive) {

    /** So many suggestions an owner looks at. */
    static final int FIRST = 5;

    /** Keeps the loss of one wrong certainty finite. */
    private static final double LEAST_LIKELIHOOD = 1e-6;

    /** What two sums of the same numbers may differ by. */
    private static final double ROUNDING = 1e-9;

    private record Scored(double score, boolean wanted) {}

    /**
     * Measures an order.
     *
     * @param homes the examples of each home
     * @param order the higher, the earlier; 0 to 1
     * @throws IllegalArgumentException if the examples are not of both sorts
     */
    public static RankingQuality of(List<List<RankingExample>> homes, ToDoubleFunction<EvidenceFeatures> order) {
        List<Scored> all = new ArrayList<>();
        List<Double> precisions = new ArrayList<>();
        for (List<RankingExample> home : homes) {
            List<Scored> scored = home.stream()
                    .map(example -> new Scored(order.applyAsDouble(example.features()), example.wanted()))
                    .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::wanted))
                    .toList();
            all.addAll(scored);
            if (scored.stream().anyMatch(Scored::wanted)) {
                precisions.add(share(scored.stream().limit(FIRST).toList()));
            }
        }
        if (all.stream().map(Scored::wanted).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "an order is measured on good and bad examples, were: " + all.size() + " of one sort");
        }
        return new RankingQuality(
                auc(all),
                all.stream().mapToDouble(RankingQuality::loss).average().orElseThrow(),
                precisions.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    private static double auc(List<Scored> all) {
        List<Scored> wanted = all.stream().filter(Scored::wanted).toList();
        List<Scored> others = all.stream().filter(scored -> !scored.wanted()).toList();
        double before = 0;
        for (Scored good : wanted) {
            for (Scored bad : others) {
                before += (1 + Math.signum(good.score() - bad.score())) / 2;
            }
        }
        return before / ((double) wanted.size() * others.size());
    }

    private static double loss(Scored scored) {
        double likelihood = scored.wanted() ? scored.score() : 1 - scored.score();
        return -Math.log(Math.max(LEAST_LIKELIHOOD, likelihood));
    }

    private static double share(List<Scored> first) {
        return (double) first.stream().filter(Scored::wanted).count() / first.size();
    }

    /** Whether it orders at least as well: over all pairs, and at the top. */
    public boolean isNotWorseThan(RankingQuality other) {
        return auc >= other.auc - ROUNDING && precisionAtFive >= other.precisionAtFive - ROUNDING;
    }
}
