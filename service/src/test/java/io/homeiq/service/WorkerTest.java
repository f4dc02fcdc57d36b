package io.homeiq.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final Vertx vertx = Vertx.vertx();
    private final Worker worker = Worker.of(vertx, "worker", 1, Duration.ofMinutes(1));

    @AfterEach
    void end() {
        vertx.close().await();
    }

    @Test
    void oneThreadDoesItInTheOrderOfTheCalls() {
        // Given
        List<Integer> done = new ArrayList<>();

        // When
        List<Future<Boolean>> all = IntStream.range(0, 100)
                .mapToObj(i -> worker.run(() -> done.add(i)))
                .toList();

        // Then
        Future.all(all).await();
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void whatIsThrownIsTheFailure() {
        // When
        Future<String> failed = worker.run(() -> {
            throw new IllegalStateException("no");
        });

        // Then
        assertThatThrownBy(failed::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    @Test
    void whatComesAfterItsEndFailsAndThrowsNothing() {
        // Given
        worker.close().await();

        // When
        Future<String> late = worker.run(() -> "late");

        // Then
        assertThatThrownBy(late::await)
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("the service ends");
    }
}
