package io.homeiq.contracts.event;

import java.util.Map;

/**
 * A trained model is now the one in use.
 *
 * @param modelType for example {@code suggestion_ranker}
 * @param version counting up from 1 for each type
 * @param metrics by name, measured on held-out data; finite numbers, in alphabetical order
 */
public record ModelPromoted(String modelId, String modelType, int version, Map<String, Double> metrics)
        implements EventData {

    public ModelPromoted {
        RequiredText.check("modelId", modelId);
        RequiredText.check("modelType", modelType);
        metrics = Metrics.copyOf(metrics);
        if (version < 1) {
            throw new IllegalArgumentException("a model's version counts from 1, was: " + version);
        }
    }

    @Override
    public String subject() {
        return modelId;
    }
}
