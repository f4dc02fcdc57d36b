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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ReadinessTest {

    private Readiness readiness;

    @BeforeEach
    void make(Vertx vertx) {
        readiness = new Readiness(vertx, Duration.ZERO);
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
    void anAnswerServesThoseWhoAskSoonAfterwards(Vertx vertx) {
        // Given
        AtomicInteger asked = new AtomicInteger();
        Readiness lasting = new Readiness(vertx, Duration.ofMinutes(1));
        lasting.add("database", () -> {
            asked.incrementAndGet();
            return Future.succeededFuture();
        });

        // When
        for (int i = 0; i < 100; i++) {
            await(lasting.check());
        }

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotKeepAnAnswerForLong(Vertx vertx) {
        // Given
        AtomicBoolean connected = new AtomicBoolean(true);
        Readiness lasting = new Readiness(vertx, Duration.ofMillis(10)).addFlag("bus", connected::get);
        await(lasting.check());

        // When
        connected.set(false);

        // Then
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(await(lasting.check())).containsEntry("bus", false));
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
        return await(readiness.check());
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS).await();
    }
}
