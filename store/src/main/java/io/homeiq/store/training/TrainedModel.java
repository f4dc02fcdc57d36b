package io.homeiq.store.training;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is kept.
 *
 * @param id follows from type and version, for example {@code m_suggestion_ranker_3}
 * @param version counting up from 1 for each type
 * @param document the model itself, as JSON of whoever trains it
 * @param metrics by name, measured on held-out data, in alphabetical order
 * @param createdAt to the millisecond
 * @param promotedAt when it came into use; null if it was not good enough
 */
public record TrainedModel(
        String id,
        String type,
        int version,
        String document,
        Map<String, Double> metrics,
        Instant createdAt,
        @Nullable Instant promotedAt) {

    public TrainedModel {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        if (version < 1) {
            throw new IllegalArgumentException("a model's version counts from 1, was: " + version);
        }
    }

    /**
     * A model that has no version yet.
     *
     * @param promoted whether it is to be the one in use
     */
    public record Draft(String type, String document, Map<String, Double> metrics, boolean promoted) {

        public Draft {
            metrics = Map.copyOf(metrics);
        }
    }
}
