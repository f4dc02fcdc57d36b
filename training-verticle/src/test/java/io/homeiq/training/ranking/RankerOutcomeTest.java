package io.homeiq.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.mining.ranking.EvidenceFeature;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.mining.ranking.RankingQuality;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankerOutcomeTest {

    private static final RankingQuality GOOD = new RankingQuality(0.8, 0.4, 0.6);
    private static final RankingQuality BETTER = new RankingQuality(0.9, 0.3, 0.6);
    private static final RankingModel MODEL = new RankingModel(
            0,
            Arrays.stream(EvidenceFeature.values())
                    .map(feature -> new RankingModel.Term(feature, 0, 1, 0))
                    .toList());

    @Test
    void isPromotedOnlyIfItIsNotWorseThanWhatThereWas() {
        assertThat(outcome(BETTER, GOOD, null).isWorthPromoting()).isTrue();
        assertThat(outcome(BETTER, GOOD, BETTER).isWorthPromoting()).isTrue();
        assertThat(outcome(GOOD, BETTER, null).isWorthPromoting()).isFalse();
        assertThat(outcome(GOOD, GOOD, BETTER).isWorthPromoting()).isFalse();
    }

    @Test
    void tellsItsNumbersBesideThoseOfWhatThereWas() {
        assertThat(outcome(GOOD, BETTER, BETTER).metrics())
                .containsEntry("auc", 0.8)
                .containsEntry("auc_by_confidence", 0.9)
                .containsEntry("precision_at_5_before", 0.6)
                .containsEntry("held_out_examples", 50.0)
                .containsEntry("promoted", 0.0);
        assertThat(outcome(GOOD, GOOD, null).metrics())
                .containsEntry("promoted", 1.0)
                .doesNotContainKey("auc_before");
    }

    private static RankerOutcome outcome(
            RankingQuality trained, RankingQuality byConfidence, @Nullable RankingQuality before) {
        return new RankerOutcome(MODEL, 100, 50, trained, byConfidence, before);
    }
}
