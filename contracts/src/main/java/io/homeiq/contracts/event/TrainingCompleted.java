package io.homeiq.contracts.event;

import java.util.Map;

/**
 * A training run ended.
 *
 * @param trainingType for example {@code suggestion_ranker}
 * @param succeeded false if it failed
 * @param metrics by name, measured on held-out data; finite numbers, in alphabetical order
 */
public record TrainingCompleted(String runId, String trainingType, boolean succeeded, Map<String, Double> metrics)
        implements EventData {

    public TrainingCompleted {
        RequiredText.check("runId", runId);
        RequiredText.check("trainingType", trainingType);
        metrics = Metrics.copyOf(metrics);
    }

    @Override
    public String subject() {
        return runId;
    }
}
