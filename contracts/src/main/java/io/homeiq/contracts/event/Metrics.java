package io.homeiq.contracts.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Measurements by name, as the events of training carry them. */
final class Metrics {

    private Metrics() {}

    /** An immutable copy in alphabetical order, so that the same metrics always give the same bytes. */
    static Map<String, Double> copyOf(Map<String, Double> metrics) {
        metrics.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("metric " + name + " must be a finite number, was: " + value);
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}
