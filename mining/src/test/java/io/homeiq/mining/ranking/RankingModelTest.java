package io.homeiq.mining.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingModelTest {

    private static final EvidenceFeatures FEATURES = new Chances(5).features();

    @Test
    void scoresByTheLogisticOfItsTerms() {
        // Given
        RankingModel model = new RankingModel(-1, terms(2));
        EvidenceFeatures features = Chances.with(FEATURES, EvidenceFeature.CONFIDENCE, 0.75);

        // When
        double score = model.score(features);

        // Then 2 standard deviations of a quarter each above the mean of a quarter
        assertThat(score).isCloseTo(1 / (1 + Math.exp(1 - 2 * 2)), within(1e-12));
    }

    @Test
    void staysWithinZeroAndOneForAnyEvidence() {
        // Given
        RankingModel model = new RankingModel(0, terms(1e6));

        // Then
        assertThat(model.score(Chances.with(FEATURES, EvidenceFeature.CONFIDENCE, 1e6)))
                .isEqualTo(1);
        assertThat(model.score(Chances.with(FEATURES, EvidenceFeature.CONFIDENCE, -1e6)))
                .isZero();
    }

    @Test
    void tellsWhatMovedAFindingMost() {
        // Given
        RankingModel model = new RankingModel(0, terms(2));
        EvidenceFeatures good = Chances.with(FEATURES, EvidenceFeature.CONFIDENCE, 0.95);
        EvidenceFeatures bad = Chances.with(FEATURES, EvidenceFeature.CONFIDENCE, 0.1);

        // Then
        assertThat(model.reasons(good, 3))
                .extracting(RankingReason::inWords)
                .containsExactly("for it: at least 95 % agreement is to be expected");
        assertThat(model.reasons(bad, 3))
                .extracting(RankingReason::inWords)
                .containsExactly("against it: at least 10 % agreement is to be expected");
        assertThat(model.reasons(good, 0)).isEmpty();
    }

    @Test
    void needsEachFeatureOnce() {
        // Given
        List<RankingModel.Term> all = terms(1);
        List<RankingModel.Term> twice = new ArrayList<>(all);
        twice.set(1, all.getFirst());

        // Then
        assertThatThrownBy(() -> new RankingModel(0, all.subList(1, all.size())))
                .hasMessageContaining("CONFIDENCE");
        assertThatThrownBy(() -> new RankingModel(0, twice)).hasMessageContaining("AGREEMENT");
        assertThatThrownBy(() -> new RankingModel(Double.NaN, all)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTermsThatTurnEvidenceAround() {
        assertThatThrownBy(() -> new RankingModel.Term(EvidenceFeature.AGREEMENT, 0, 1, -0.1))
                .hasMessageContaining("AGREEMENT");
        assertThatThrownBy(() -> new RankingModel.Term(EvidenceFeature.MISSED_SHARE, 0, 1, 0.1))
                .hasMessageContaining("MISSED_SHARE");
        assertThatThrownBy(() -> new RankingModel.Term(EvidenceFeature.AGREEMENT, 0, 0, 0.1))
                .hasMessageContaining("scale above 0");
    }

    /** The confidence counts, the others do not. */
    private static List<RankingModel.Term> terms(double weight) {
        return Arrays.stream(EvidenceFeature.values())
                .map(feature ->
                        new RankingModel.Term(feature, 0.25, 0.25, feature == EvidenceFeature.CONFIDENCE ? weight : 0))
                .toList();
    }
}
