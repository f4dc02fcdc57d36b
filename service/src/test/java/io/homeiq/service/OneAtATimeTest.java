package io.homeiq.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final OneAtATime turns = new OneAtATime();
    private final List<String> begun = new ArrayList<>();

    @Test
    void theSecondWaitsForTheFirst() {
        // Given
        Promise<Void> first = Promise.promise();
        turns.run(() -> begin("first", first.future()));
        turns.run(() -> begin("second", Future.succeededFuture()));
        List<String> before = List.copyOf(begun);

        // When
        first.complete();

        // Then
        assertThat(before).containsExactly("first");
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void oneThatFailsDoesNotHoldUpTheNext() {
        // Given
        Future<Void> failed = turns.run(() -> Future.failedFuture("no"));
        Future<Void> thrown = turns.run(() -> {
            throw new IllegalStateException("no");
        });

        // When
        Future<Void> next = turns.run(() -> begin("next", Future.succeededFuture()));

        // Then
        assertThat(failed.failed()).isTrue();
        assertThat(thrown.cause()).isInstanceOf(IllegalStateException.class);
        assertThat(next.succeeded()).isTrue();
    }

    private Future<Void> begin(String name, Future<Void> end) {
        begun.add(name);
        return end;
    }
}
