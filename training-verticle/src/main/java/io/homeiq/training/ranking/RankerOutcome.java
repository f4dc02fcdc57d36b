package io.homeiq.training.ranking;

import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.mining.ranking.RankingQuality;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a training came to, all measured on the same held-out homes.
 *
 * @param learned how many examples it learned from
 * @param heldOut how many it was measured on
 * @param trained the quality of the new model
 * @param byConfidence that of the order without any model
 * @param before that of the model in use; null if there is none
 */
public record RankerOutcome(
        RankingModel model,
        int learned,
        int heldOut,
        RankingQuality trained,
        RankingQuality byConfidence,
        @Nullable RankingQuality before) {

    /** Whether owners are served no worse with it, neither than without any model nor than with the one in use. */
    public boolean isWorthPromoting() {
        return trained.isNotWorseThan(byConfidence) && (before == null || trained.isNotWorseThan(before));
    }

    /** By name, as runs, models and events tell them. */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        add(metrics, trained, "");
        add(metrics, byConfidence, "_by_confidence");
        if (before != null) {
            add(metrics, before, "_before");
        }
        metrics.put("held_out_examples", (double) heldOut);
        metrics.put("promoted", isWorthPromoting() ? 1.0 : 0.0);
        return metrics;
    }

    private static void add(Map<String, Double> metrics, RankingQuality quality, String whose) {
        metrics.put("auc" + whose, quality.auc());
        metrics.put("log_loss" + whose, quality.logLoss());
        metrics.put("precision_at_5" + whose, quality.precisionAtFive());
    }
}
