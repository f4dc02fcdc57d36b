package io.homeiq.store.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.WireJson;
import java.util.Map;
import java.util.TreeMap;

/** Measurements by name, as they stand in a column. */
final class Metrics {

    private Metrics() {}

    static Map<String, Double> read(WireJson json, String text) {
        Map<String, Double> metrics = new TreeMap<>();
        json.read(text, JsonNode.class)
                .properties()
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
        return metrics;
    }
}
