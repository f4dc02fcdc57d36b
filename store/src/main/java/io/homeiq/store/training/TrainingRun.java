package io.homeiq.store.training;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One training.
 *
 * @param id counting up over all homes, with gaps
 * @param trainingType for example {@code suggestion_ranker}
 * @param startedAt when it was asked for, to the millisecond
 * @param finishedAt null while it is queued or runs
 * @param datasetSize how many examples it learned from; null unless completed
 * @param baseModel the model that it had to match; null if there was none, or unless completed
 * @param runIdentifier names it in events, for example {@code t_12}
 * @param metrics by name, measured on held-out data, in alphabetical order; null unless completed
 * @param errorMessage one line; null unless failed
 * @param triggeredBy for example {@code api}
 */
public record TrainingRun(
        long id,
        String trainingType,
        TrainingStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer datasetSize,
        @Nullable String baseModel,
        String runIdentifier,
        @Nullable Map<String, Double> metrics,
        @Nullable String errorMessage,
        String triggeredBy) {

    public TrainingRun {
        metrics = metrics == null ? null : Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    /** Whether it waits or works. */
    public boolean isActive() {
        return status == TrainingStatus.QUEUED || status == TrainingStatus.RUNNING;
    }

    /**
     * What came of a completed run.
     *
     * @param datasetSize how many examples it learned from
     * @param baseModel the model that it had to match; null if there was none
     * @param metrics by name; finite numbers
     */
    public record Result(int datasetSize, @Nullable String baseModel, Map<String, Double> metrics) {

        public Result {
            metrics = Map.copyOf(metrics);
            if (datasetSize < 0) {
                throw new IllegalArgumentException("a run cannot learn from " + datasetSize + " examples");
            }
        }
    }
}
