package io.homeiq.mining.ranking;

import static io.homeiq.mining.ranking.EvidenceFeature.CONFIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingQualityTest {

    private static final EvidenceFeatures FEATURES = new Chances(9).features();

    @Test
    void countsThePairsThatStandInTheRightOrder() {
        // Given wanted 0.9 and 0.4, unwanted 0.6 and 0.1: three of four pairs are right
        List<RankingExample> home = List.of(good(0.9), bad(0.6), good(0.4), bad(0.1));

        // When
        RankingQuality quality = measure(List.of(home));

        // Then
        assertThat(quality.auc()).isCloseTo(0.75, within(1e-12));
        assertThat(quality.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.4) + Math.log(0.9)) / 4, within(1e-12));
        assertThat(quality.precisionAtFive()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void anOrderThatTellsNothingApartIsChance() {
        // Given
        List<RankingExample> home = List.of(good(0.5), good(0.5), bad(0.5), bad(0.5), bad(0.5), bad(0.5), bad(0.5));

        // When
        RankingQuality quality = measure(List.of(home));

        // Then ties at the top are held against it
        assertThat(quality.auc()).isCloseTo(0.5, within(1e-12));
        assertThat(quality.precisionAtFive()).isZero();
    }

    @Test
    void looksAtTheFirstFiveOfEachHomeWhereAnythingIsWanted() {
        // Given
        List<RankingExample> first =
                List.of(good(0.9), good(0.8), good(0.7), good(0.6), bad(0.5), good(0.4), good(0.3));
        List<RankingExample> second = List.of(bad(0.9), good(0.5));
        List<RankingExample> nothing = List.of(bad(0.9), bad(0.8));

        // When
        RankingQuality quality = measure(List.of(first, second, nothing));

        // Then
        assertThat(quality.precisionAtFive()).isCloseTo((0.8 + 0.5) / 2, within(1e-12));
    }

    @Test
    void aWrongCertaintyCostsMuchButNotEverything() {
        assertThat(measure(List.of(List.of(good(0), bad(0)))).logLoss()).isCloseTo(6 * Math.log(10) / 2, within(1e-9));
    }

    @Test
    void oneIsNotWorseIfItIsNotWorseInBoth() {
        // Given
        RankingQuality quality = new RankingQuality(0.8, 0.5, 0.6);

        // Then
        assertThat(quality.isNotWorseThan(quality)).isTrue();
        assertThat(quality.isNotWorseThan(new RankingQuality(0.7, 0.1, 0.6))).isTrue();
        assertThat(quality.isNotWorseThan(new RankingQuality(0.81, 0.5, 0.6))).isFalse();
        assertThat(quality.isNotWorseThan(new RankingQuality(0.7, 0.5, 0.7))).isFalse();
    }

    @Test
    void needsExamplesOfBothSorts() {
        assertThatThrownBy(() -> measure(List.of(List.of(good(0.5))))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> measure(new ArrayList<>())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RankingQuality measure(List<List<RankingExample>> homes) {
        return RankingQuality.of(homes, features -> features.get(CONFIDENCE));
    }

    private static RankingExample good(double score) {
        return new RankingExample(Chances.with(FEATURES, CONFIDENCE, score), true);
    }

    private static RankingExample bad(double score) {
        return new RankingExample(Chances.with(FEATURES, CONFIDENCE, score), false);
    }
}
