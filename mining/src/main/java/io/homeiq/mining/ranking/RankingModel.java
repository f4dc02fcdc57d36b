package io.homeiq.mining.ranking;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How likely a finding is worth proposing, by logistic regression over its evidence:
 * {@code 1 / (1 + exp(−(intercept + Σ weight · (value − centre) / scale)))}.
 *
 * @param terms one for each {@link EvidenceFeature}, in any order
 */
public record RankingModel(double intercept, List<Term> terms) {

    /** What models of this kind are called where models are kept and announced. */
    public static final String TYPE = "suggestion_ranker";

    /**
     * What one feature adds.
     *
     * @param centre the mean of the examples
     * @param scale their standard deviation, above 0
     * @param weight for one standard deviation more
     */
    public record Term(EvidenceFeature feature, double centre, double scale, double weight) {

        public Term {
            if (!Double.isFinite(centre) || !Double.isFinite(weight) || !(scale > 0 && Double.isFinite(scale))) {
                throw new IllegalArgumentException("a term needs finite numbers and a scale above 0, was: " + feature
                        + " " + centre + ", " + scale + ", " + weight);
            }
            if (feature.allowed(weight) != weight) {
                throw new IllegalArgumentException("more evidence must not count less, was: " + feature + " " + weight);
            }
        }

        double of(EvidenceFeatures features) {
            return weight * (features.get(feature) - centre) / scale;
        }
    }

    public RankingModel {
        terms = List.copyOf(terms);
        Set<EvidenceFeature> missing = EnumSet.allOf(EvidenceFeature.class);
        terms.forEach(term -> missing.remove(term.feature()));
        if (!missing.isEmpty() || terms.size() != EvidenceFeature.values().length) {
            throw new IllegalArgumentException("a model needs each feature once; missing: " + missing);
        }
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("intercept must be finite, was: " + intercept);
        }
    }

    /**
     * What moved a finding most, compared with the average of the examples; the strongest first. What moves nothing is no
     * reason.
     *
     * @param most how many to name at most
     */
    public List<RankingReason> reasons(EvidenceFeatures features, int most) {
        return terms.stream()
                .map(term -> new RankingReason(term.feature(), features.get(term.feature()), term.of(features)))
                .filter(reason -> reason.contribution() != 0)
                .sorted(Comparator.comparingDouble((RankingReason reason) -> -Math.abs(reason.contribution()))
                        .thenComparing(RankingReason::feature))
                .limit(most)
                .toList();
    }

    /** The likelihood, 0 to 1; the higher, the earlier it is shown. */
    public double score(EvidenceFeatures features) {
        double sum = intercept;
        for (Term term : terms) {
            sum += term.of(features);
        }
        return Logistic.of(sum);
    }
}
