package io.homeiq.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ReadinessTest {

    private Readiness readiness;

    @BeforeEach
    void make(Vertx vertx) {
        readiness = new Readiness(vertx);
    }

    @Test
    void standsIfNothingIsNeeded() {
        assertThat(check()).isEmpty();
    }

    @Test
    void tellsWhichNeedsStandInTheirOrder() {
        // Given
        readiness.addFlag("bus", () -> true);
        readiness.add("database", () -> Future.failedFuture("gone"));
        readiness.add("broken", () -> {
            throw new IllegalStateException("broken");
        });

        // Then
        assertThat(check())
                .containsExactly(Map.entry("bus", true), Map.entry("database", false), Map.entry("broken", false));
    }

    @Test
    void countsACheckThatDoesNotAnswerAsFailed() {
        // Given
        readiness.add("silent", Duration.ofMillis(10), () -> Promise.promise().future());

        // Then
        assertThat(check()).containsEntry("silent", false);
    }

    @Test
    void seesANeedComeBack() {
        // Given
        AtomicBoolean connected = new AtomicBoolean();
        readiness.addFlag("bus", connected::get);
        Map<String, Boolean> before = check();

        // When
        connected.set(true);

        // Then
        assertThat(before).containsEntry("bus", false);
        assertThat(check()).containsEntry("bus", true);
    }

    @Test
    void asksOnceForAllWhoAskMeanwhile() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        Promise<Void> answer = Promise.promise();
        readiness.add("database", () -> {
            asked.incrementAndGet();
            return answer.future();
        });

        // When
        Future<Map<String, Boolean>> first = readiness.check();
        Future<Map<String, Boolean>> second = readiness.check();
        answer.complete();

        // Then
        assertThat(first.timeout(10, TimeUnit.SECONDS).await())
                .isEqualTo(second.timeout(10, TimeUnit.SECONDS).await());
        assertThat(asked).hasValue(1);
    }

    private Map<String, Boolean> check() {
        return readiness.check().timeout(10, TimeUnit.SECONDS).await();
    }
}
