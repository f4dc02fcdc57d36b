package io.homeiq.query;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.service.metrics.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Counts answers by their outcome and times them. */
final class QueryNumbers {

    private static final Duration[] BOUNDARIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private final Metrics metrics;
    private final Timer timer;

    QueryNumbers(Metrics metrics) {
        this.metrics = metrics;
        this.timer = Timer.builder("homeiq.query")
                .description("Time from the words to the answer")
                .serviceLevelObjectives(BOUNDARIES)
                .register(metrics.registry());
    }

    void answered(QueryReply reply, Duration duration) {
        String outcome = reply.outcome().name().toLowerCase(Locale.ROOT);
        metrics.counter("homeiq.queries", "Answered questions and requests", "outcome", outcome)
                .increment();
        timer.record(duration);
    }
}
