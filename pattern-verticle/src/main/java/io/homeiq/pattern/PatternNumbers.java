package io.homeiq.pattern;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.cache.CacheTier;
import io.homeiq.store.cache.CorrelationCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the pattern service tells of its work in numbers. */
final class PatternNumbers {

    private final Metrics metrics;

    PatternNumbers(Metrics metrics) {
        this.metrics = metrics;
        // A number that begins with one instead of nothing would hide the first from whoever watches its growth.
        for (PatternKind kind : PatternKind.values()) {
            detections(kind);
        }
        duration(true);
        duration(false);
    }

    /** A pattern was announced as detected. */
    void detected(PatternKind kind) {
        detections(kind).increment();
    }

    private Counter detections(PatternKind kind) {
        return metrics.counter("homeiq.patterns.detected", "Patterns announced as detected", "kind", lower(kind));
    }

    /** An analysis ended, well or not. */
    void analysed(boolean well, Duration duration) {
        duration(well).record(duration);
    }

    private Timer duration(boolean well) {
        return Timer.builder("homeiq.analysis")
                .description("How long analyses took")
                .tag("outcome", well ? "completed" : "failed")
                .register(metrics.registry());
    }

    /** Tells how far mining is behind what was announced. */
    void watch(HistoryFollower follower) {
        Gauge.builder("homeiq.history.lag.events", follower, HistoryFollower::lag)
                .description("Announced events that are not mined yet")
                .register(metrics.registry());
    }

    /** Tells how often the cache knew the answer. */
    void watch(CorrelationCache cache) {
        for (CacheTier tier : CacheTier.values()) {
            count(cache, tier, "hit", known -> known.hits(tier));
            count(cache, tier, "miss", known -> known.misses(tier));
        }
    }

    private void count(
            CorrelationCache cache, CacheTier tier, String outcome, ToDoubleFunction<CorrelationCache> number) {
        FunctionCounter.builder("homeiq.cache.requests", cache, number)
                .description("Correlations looked for in the cache")
                .tags("tier", lower(tier), "outcome", outcome)
                .register(metrics.registry());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
