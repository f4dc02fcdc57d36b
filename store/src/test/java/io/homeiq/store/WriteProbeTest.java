package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.StoreException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WriteProbeTest {

    private final StoreException busy = new StoreException(Kind.BUSY, "locked");
    private final StoreException full = new StoreException(Kind.DISK_FULL, "full");

    private final WriteProbe probe = new WriteProbe();
    private final AtomicInteger tries = new AtomicInteger();

    private Future<Void> ask(Future<Void> answer) {
        return probe.ask(() -> {
            tries.incrementAndGet();
            return answer;
        });
    }

    @Test
    void triesNothingWhileOthersWriteWell() {
        // When
        probe.note(null);

        // Then
        assertThat(ask(Future.failedFuture(busy)).succeeded()).isTrue();
        assertThat(tries).hasValue(0);
    }

    @Test
    void triesWhenNobodyHasWrittenSinceItWasAsked() {
        // Given
        probe.note(null);
        ask(Future.succeededFuture());

        // Then
        assertThat(ask(Future.failedFuture(busy)).cause()).isSameAs(busy);
    }

    @Test
    void triesOnceForAllWhoAskMeanwhile() {
        // Given
        Promise<Void> answer = Promise.promise();

        // When
        Future<Void> first = ask(answer.future());
        Future<Void> second = ask(answer.future());
        answer.complete();

        // Then
        assertThat(first.succeeded() && second.succeeded()).isTrue();
        assertThat(tries).hasValue(1);
    }

    @Test
    void wantsARealWriteAfterOneThatFailedUntilOneGoesWell() {
        // When
        probe.note(busy);
        assertThat(probe.isBroken()).isFalse();
        probe.note(full);
        probe.note(busy);

        // Then
        assertThat(probe.isBroken()).isTrue();
        ask(Future.failedFuture(full));
        assertThat(probe.isBroken()).isTrue();
        ask(Future.succeededFuture());
        assertThat(probe.isBroken()).isFalse();
    }

    @Test
    void whatTheWorkItselfFailsWithTellsNothing() {
        // When
        probe.note(new IllegalStateException("changed my mind"));

        // Then
        assertThat(probe.isBroken()).isFalse();
    }
}
