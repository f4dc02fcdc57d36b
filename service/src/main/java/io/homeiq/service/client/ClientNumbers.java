package io.homeiq.service.client;

import io.homeiq.service.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a service tells of its calls to another one in numbers, all of them from the beginning. */
final class ClientNumbers {

    private static final String TARGET = "target";

    private final Map<Outcome, Timer> attempts = new EnumMap<>(Outcome.class);
    private final Counter retries;

    /** @param target name of the other service */
    ClientNumbers(Metrics metrics, String target, CircuitBreaker circuit) {
        for (Outcome outcome : Outcome.values()) {
            attempts.put(
                    outcome,
                    Timer.builder("homeiq.client.attempt")
                            .description("Attempts to call another service, and how long they took")
                            .tags(TARGET, target, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(metrics.registry()));
        }
        retries = metrics.counter("homeiq.client.retries", "Calls that were tried again", TARGET, target);
        Gauge.builder("homeiq.client.circuit.open", circuit, known -> known.isOpen() ? 1 : 0)
                .description("Whether another service is given up for now, 1 or 0")
                .tag(TARGET, target)
                .register(metrics.registry());
    }

    void attempted(Outcome outcome, Duration duration) {
        Timer timer = attempts.get(outcome);
        if (timer != null) {
            timer.record(duration);
        }
    }

    void retried() {
        retries.increment();
    }
}
