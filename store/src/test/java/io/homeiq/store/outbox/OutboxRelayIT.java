package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.store.Futures;
import io.homeiq.store.Samples;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxRelayIT extends RelayFixture {

    @Test
    void publishesInOrderWhatAnEarlierProcessLeft() {
        // Given
        add(1, 10);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(IntStream.rangeClosed(1, 10)));
    }

    @Test
    void publishesTheEventWithItsTopic() {
        // Given
        Event<?> event = Samples.event("pattern", 1);
        add(1, 1);
        List<OutboxMessage> seen = new ArrayList<>();
        OutboxRelay relay = new OutboxRelay(
                open.vertx(),
                open.database(),
                "pattern",
                message -> {
                    seen.add(message);
                    return Future.succeededFuture();
                },
                settings(clock));
        relays.add(relay);

        // When
        relay.start();
        awaitPending(relay, 0);

        // Then
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().topic()).isEqualTo(event.topic());
        assertThat(new EventCodec(Samples.JSON).decode(seen.getFirst().payload()))
                .isEqualTo(new Decoded.Readable(event));
    }

    @Test
    void publishesSoonAfterTheBellRang() {
        // Given
        OutboxRelay relay = started();
        add(1, 1);
        relay.ring();
        awaitPending(relay, 0);

        // When
        add(2, 2);
        relay.ring();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1, 2));
    }

    @Test
    void publishesNothingOfATransactionThatWasUndone() {
        // Given
        Event<?> event = Samples.event("pattern", 1);
        failure(open.database()
                .write(connection -> outbox.add(connection, event).compose(any -> Future.failedFuture("no"))));
        add(2, 2);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(2));
    }

    @Test
    void doesNotTakeWhatTheBusCannotCarry() {
        // Given
        AutomationFailed data = new AutomationFailed(new SuggestionId("s"), "homeiq_s", "x".repeat(70_000));
        Event<?> large = new Event<>(new EventId("large"), Samples.HOME, "pattern", Samples.NOW, data);

        // When
        Throwable failure = failure(open.database().write(connection -> outbox.add(connection, large)));

        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        WireException.class,
                        reason -> assertThat(reason.kind()).isEqualTo(WireException.Kind.TOO_LARGE));
        assertThat(open.number("SELECT count(*) FROM outbox")).isZero();
    }

    @Test
    void leavesTheEventsOfOtherServicesToThem() {
        // Given
        Event<?> other = Samples.event("automation", 1);
        open.write(connection -> outbox.add(connection, other));
        add(1, 1);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1));
        assertThat(open.number("SELECT count(*) FROM outbox WHERE waiting = 1")).isEqualTo(1);
    }

    @Test
    void triesAgainUntilItSucceedsAndNeverLetsALaterOneFirst() {
        // Given
        add(1, 7);
        broker.refuse(5);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).startsWith(ids(1, 1, 1, 1, 1, 1, 2).toArray(String[]::new));
        assertThat(broker.confirmed()).isEqualTo(ids(IntStream.rangeClosed(1, 7)));
    }

    @Test
    void triesAgainWhenTheBrokerSaysNothing() {
        // Given
        add(1, 2);
        broker.ignore(1);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1, 1, 2));
    }

    @Test
    void publishesAgainAfterAReconnectWhatMayBeLost() {
        // Given
        OutboxRelay relay = started();
        add(1, 4);
        relay.ring();
        awaitPending(relay, 0);
        add(5, 5);

        // When
        relay.republishUnconfirmed();
        await().atMost(Futures.PATIENCE).until(() -> broker.offered().size() == 9);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1, 2, 3, 4, 1, 2, 3, 4, 5));
        awaitPending(relay, 0);
    }

    @Test
    void forgetsAnEventATimeToLiveAfterItsFirstConfirmation() {
        // Given
        OutboxRelay relay = started();
        add(1, 1);
        relay.ring();
        awaitPending(relay, 0);
        clock.advance(TIME_TO_LIVE.minusMinutes(1));
        relay.republishUnconfirmed();
        await().atMost(Futures.PATIENCE).until(() -> broker.offered().size() == 2);
        awaitPending(relay, 0);

        // When
        clock.advance(Duration.ofMinutes(2));
        add(2, 2);
        relay.republishUnconfirmed();
        await().atMost(Futures.PATIENCE).until(() -> broker.offered().contains("pattern-2"));
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1, 1, 2));
        assertThat(open.number("SELECT count(*) FROM outbox")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasNeverConfirmedForHoweverLong() {
        // Given
        add(1, 1);
        clock.advance(TIME_TO_LIVE.multipliedBy(100));

        // When
        OutboxRelay relay = started();
        relay.republishUnconfirmed();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).contains("pattern-1");
    }
}
