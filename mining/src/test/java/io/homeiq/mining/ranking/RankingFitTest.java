package io.homeiq.mining.ranking;

import static io.homeiq.mining.ranking.EvidenceFeature.AGREEMENT;
import static io.homeiq.mining.ranking.EvidenceFeature.CONFIDENCE;
import static io.homeiq.mining.ranking.EvidenceFeature.MISSED_SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingFitTest {

    private static final Predicate<EvidenceFeatures> FEW_MISSED =
            features -> features.get(AGREEMENT) - features.get(MISSED_SHARE) > 0;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void recoversAKnownSeparation(long seed) {
        // Given
        Chances chances = new Chances(seed);
        List<RankingExample> examples = chances.examples(300, 0.05, FEW_MISSED);
        List<RankingExample> others = chances.examples(300, 0, FEW_MISSED);

        // When
        RankingModel model = RankingFit.of(examples);

        // Then
        assertThat(RankingQuality.of(List.of(others), model::score).auc()).isGreaterThan(0.97);
        assertThat(weight(model, AGREEMENT)).isGreaterThan(4 * weight(model, CONFIDENCE));
        assertThat(weight(model, MISSED_SHARE)).isNegative();
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        // Given
        List<RankingExample> examples = new Chances(7).examples(200, 0.1, FEW_MISSED);

        // When
        RankingModel once = RankingFit.of(examples);
        RankingModel again = RankingFit.of(new Chances(7).examples(200, 0.1, FEW_MISSED));

        // Then
        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void betterEvidenceNeverCountsLessWhateverTheExamplesWere(long seed) {
        // Given examples that say the opposite of what is sensible
        Chances chances = new Chances(seed);
        RankingModel model = RankingFit.of(chances.examples(150, 0.2, FEW_MISSED.negate()));

        for (int round = 0; round < 50; round++) {
            EvidenceFeatures features = chances.features();

            // When
            double score = model.score(features);
            double better = model.score(Chances.with(features, AGREEMENT, features.get(AGREEMENT) + 0.1));
            double worse = model.score(Chances.with(features, MISSED_SHARE, features.get(MISSED_SHARE) + 0.1));

            // Then
            assertThat(better).as("seed %d, round %d", seed, round).isGreaterThanOrEqualTo(score);
            assertThat(worse).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(score);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void noAllowedModelNearbyFitsBetter(long seed) {
        // Given
        List<RankingExample> examples = new Chances(seed).examples(200, 0.2, FEW_MISSED);

        // When
        RankingModel model = RankingFit.of(examples);

        // Then
        double loss = loss(model, examples);
        for (RankingModel neighbour : neighbours(model)) {
            assertThat(loss(neighbour, examples)).as("seed %d", seed).isGreaterThanOrEqualTo(loss);
        }
    }

    @Test
    void aFeatureThatNeverVariesCountsNothing() {
        // Given
        List<RankingExample> examples = new Chances(31)
                .examples(100, 0, FEW_MISSED).stream()
                        .map(example ->
                                new RankingExample(Chances.with(example.features(), CONFIDENCE, 0.5), example.wanted()))
                        .toList();

        // When
        RankingModel model = RankingFit.of(examples);

        // Then
        assertThat(weight(model, CONFIDENCE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void needsExamplesOfBothSorts() {
        // Given
        List<RankingExample> good = new Chances(41).examples(10, 0, features -> true);

        // Then
        assertThatThrownBy(() -> RankingFit.of(good))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 good ones of 10");
        assertThatThrownBy(() -> RankingFit.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static double weight(RankingModel model, EvidenceFeature feature) {
        return model.terms().stream()
                .collect(Collectors.toMap(RankingModel.Term::feature, RankingModel.Term::weight))
                .getOrDefault(feature, Double.NaN);
    }

    /** What the fit promises to minimize, written down once more. */
    private static double loss(RankingModel model, List<RankingExample> examples) {
        double loss = examples.stream()
                .mapToDouble(example -> {
                    double score = model.score(example.features());
                    return -Math.log(example.wanted() ? score : 1 - score);
                })
                .sum();
        return loss
                + model.terms().stream()
                                .mapToDouble(term -> term.weight() * term.weight())
                                .sum()
                        / 2;
    }

    private static List<RankingModel> neighbours(RankingModel model) {
        List<RankingModel> neighbours = new ArrayList<>();
        for (double step : new double[] {-0.01, 0.01}) {
            neighbours.add(new RankingModel(model.intercept() + step, model.terms()));
            for (int i = 0; i < model.terms().size(); i++) {
                RankingModel.Term term = model.terms().get(i);
                double weight = term.feature().allowed(term.weight() + step);
                List<RankingModel.Term> terms = new ArrayList<>(model.terms());
                terms.set(i, new RankingModel.Term(term.feature(), term.centre(), term.scale(), weight));
                neighbours.add(new RankingModel(model.intercept(), terms));
            }
        }
        return neighbours;
    }
}
