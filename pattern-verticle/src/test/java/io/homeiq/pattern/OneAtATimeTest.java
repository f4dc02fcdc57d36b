package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final OneAtATime queue = new OneAtATime();
    private final List<String> begun = new ArrayList<>();

    @Test
    void theNextBeginsWhenTheOneBeforeHasEnded() {
        // Given
        Promise<String> first = Promise.promise();
        queue.run(() -> begin("first", first.future()));
        queue.run(() -> begin("second", Future.succeededFuture()));
        assertThat(begun).containsExactly("first");

        // When
        first.complete("done");

        // Then
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void aFailureKeepsNobodyFromTheirTurn() {
        // Given
        Future<String> failed = queue.run(() -> begin("first", Future.failedFuture("broken")));
        Future<String> thrown = queue.run(() -> {
            throw new IllegalStateException("worse");
        });

        // When
        Future<String> next = queue.run(() -> begin("third", Future.succeededFuture("fine")));

        // Then
        assertThat(failed.failed()).isTrue();
        assertThat(thrown.failed()).isTrue();
        assertThat(next.result()).isEqualTo("fine");
    }

    private Future<String> begin(String name, Future<String> work) {
        begun.add(name);
        return work;
    }
}
