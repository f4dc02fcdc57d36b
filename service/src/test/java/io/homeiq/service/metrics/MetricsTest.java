package io.homeiq.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics("test");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void asksAgainEachTimeSomebodyReads() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        metrics.ask("homeiq.waiting", "What waits", () -> Future.succeededFuture(asked.incrementAndGet()));

        // When
        metrics.scrape().result();
        String second = metrics.scrape().result();

        // Then
        assertThat(second).contains("homeiq_waiting{service=\"test\"} 2.0");
    }

    @Test
    void aNumberThatCannotBeToldHidesNoOther() {
        // Given
        metrics.ask("homeiq.broken", "Never known", () -> Future.failedFuture("no"));
        metrics.counter("homeiq.things", "Things").increment();

        // When
        String numbers = metrics.scrape().result();

        // Then
        assertThat(numbers)
                .contains("homeiq_broken{service=\"test\"} NaN")
                .contains("homeiq_things_total{service=\"test\"} 1.0");
    }

    @Test
    void namesKeepTheRulesOfPrometheus() {
        assertThat(metrics.scrape().result()).doesNotContain("_time_ns_total", "system_cpu_count");
    }
}
