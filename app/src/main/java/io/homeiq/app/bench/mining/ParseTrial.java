package io.homeiq.app.bench.mining;

import java.util.Map;

/** How long it takes to read the events and do nothing with them. */
final class ParseTrial implements Trial {

    static final String EVENTS = "events";
    static final String SECONDS = "seconds";

    @Override
    public Map<String, Double> of(MinedHome home) {
        long start = System.nanoTime();
        long events = home.read(event -> {});
        return Map.of(EVENTS, (double) events, SECONDS, (System.nanoTime() - start) / 1e9);
    }
}
