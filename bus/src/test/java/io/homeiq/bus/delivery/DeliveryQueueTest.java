package io.homeiq.bus.delivery;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

    private static final DeliveryLimits LIMITS =
            new DeliveryLimits(2, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofSeconds(20), 3);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        get(vertx.close());
    }

    private static Message text(String text) {
        return new Message(new Topic("a"), Buffer.buffer(text), false);
    }

    @Test
    void refusesWhatItCannotHold() {
        // Given
        Promise<Void> busy = Promise.promise();
        DeliveryQueue queue = new DeliveryQueue(vertx, vertx.getOrCreateContext(), message -> busy.future(), LIMITS);
        Future<Void> first = queue.offer(text("1"));
        Future<Void> second = queue.offer(text("2"));
        Future<Void> third = queue.offer(text("3"));

        // When
        Future<Void> tooMany = queue.offer(text("4"));

        // Then
        assertFails(tooMany, Kind.QUEUE_FULL);
        busy.complete();
        get(Future.all(first, second, third));
        get(queue.offer(text("5")));
    }

    @Test
    void failsWithTheLastFailureOfTheHandler() {
        // Given
        IllegalStateException cause = new IllegalStateException("no");
        DeliveryQueue queue =
                new DeliveryQueue(vertx, vertx.getOrCreateContext(), message -> Future.failedFuture(cause), LIMITS);

        // When
        Future<Void> handled = queue.offer(text("1"));

        // Then
        assertThat(get(handled.map((Throwable) null).otherwise(failure -> failure)))
                .isSameAs(cause);
    }

    @Test
    void handsOverNothingAfterItWasClosed() {
        // Given
        Promise<Void> busy = Promise.promise();
        Collector seen = new Collector();
        DeliveryQueue queue = new DeliveryQueue(
                vertx,
                vertx.getOrCreateContext(),
                message -> seen.handle(message).compose(done -> busy.future()),
                LIMITS);
        Future<Void> atWork = queue.offer(text("at work"));
        Future<Void> waiting = queue.offer(text("waiting"));
        seen.awaitCount(1);

        // When
        get(queue.close());

        // Then
        assertFails(waiting, Kind.CLOSED);
        assertFails(queue.offer(text("late")), Kind.CLOSED);
        busy.complete();
        get(atWork);
        assertThat(seen.texts()).containsExactly("at work");
    }

    @Test
    void doublesThePauseWithEachAttempt() {
        assertThat(LIMITS.retryDelay(1)).isEqualTo(Duration.ofMillis(1));
        assertThat(LIMITS.retryDelay(4)).isEqualTo(Duration.ofMillis(8));
        assertThat(LIMITS.retryDelay(1_000)).isEqualTo(LIMITS.retryDelay(17));
    }

    @Test
    void refusesLimitsThatCannotHold() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryLimits(0, second, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryLimits(1, Duration.ZERO, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryLimits(1, second, second, second, 0));
    }
}
