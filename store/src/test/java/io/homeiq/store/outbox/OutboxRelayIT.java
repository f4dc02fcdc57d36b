package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.failure;
import static io.homeiq.store.Futures.get;
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
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxRelayIT {

    private static final Duration TIME_TO_LIVE = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Outbox outbox = new Outbox(Samples.JSON);
    private final MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");
    private final RecordingBroker broker = new RecordingBroker();
    private final List<OutboxRelay> relays = new ArrayList<>();

    @TempDir
    Path folder;

    private Path file;
    private OpenDatabase open;

    @BeforeEach
    void open() {
        file = folder.resolve("shared.db");
        open = new OpenDatabase(file);
    }

    @AfterEach
    void close() {
        relays.forEach(relay -> get(relay.close()));
        open.close();
    }

    /** Looks by itself so rarely that a test which needs no ring would fail. */
    private static OutboxSettings settings(InstantSource clock) {
        return new OutboxSettings(
                clock,
                TIME_TO_LIVE,
                3,
                Duration.ofMinutes(5),
                Duration.ofMillis(10),
                Duration.ofMillis(40),
                Duration.ofMillis(400),
                LEASE);
    }

    private OutboxRelay relay(OpenDatabase database, RecordingBroker to, OutboxSettings settings) {
        OutboxRelay relay = new OutboxRelay(database.vertx(), database.database(), "pattern", to, settings);
        relays.add(relay);
        return relay;
    }

    private OutboxRelay started() {
        OutboxRelay relay = relay(open, broker, settings(clock));
        relay.start();
        return relay;
    }

    private void add(int first, int last) {
        for (int i = first; i <= last; i++) {
            Event<?> event = Samples.event("pattern", i);
            open.write(connection -> outbox.add(connection, event));
        }
    }

    private static List<String> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> "pattern-" + number).toList();
    }

    private static List<String> ids(IntStream numbers) {
        return numbers.mapToObj(number -> "pattern-" + number).toList();
    }

    private void awaitPending(OutboxRelay relay, long pending) {
        await().atMost(Futures.PATIENCE).until(() -> get(relay.pending()) == pending);
    }

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

    @Test
    void publishesOnceAndInOrderFromTwoProcesses() {
        // Given
        OpenDatabase elsewhere = new OpenDatabase(file);
        OutboxRelay one = relay(elsewhere, broker, settings(clock));
        OutboxRelay two = started();
        one.start();

        // When
        for (int i = 1; i <= 20; i++) {
            add(i, i);
            one.ring();
            two.ring();
        }
        relays.remove(one);
        get(one.close());
        elsewhere.close();
        add(21, 40);
        two.ring();
        awaitPending(two, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(IntStream.rangeClosed(1, 40)));
    }

    @Test
    void doesNotInsistOnRepeatingWhileAnotherHasTheLease() {
        // Given
        open.run("INSERT INTO outbox_lease VALUES ('pattern', 'another', "
                + clock.instant().plus(LEASE).toEpochMilli() + ")");
        OutboxRelay relay = started();
        add(1, 1);

        // When
        relay.republishUnconfirmed();
        get(relay.pending());
        clock.advance(LEASE);
        relay.ring();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1));
    }

    @Test
    void handsOverAtOnceWhenItIsClosed() {
        // Given
        OutboxRelay first = started();
        add(1, 1);
        first.ring();
        awaitPending(first, 0);
        get(first.close());
        add(2, 2);

        // When
        OutboxRelay second = started();
        awaitPending(second, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1, 2));
    }

    @Test
    void waitsForTheLeaseOfAnotherAndTakesItOverWhenItHasEnded() {
        // Given
        open.run("INSERT INTO outbox_lease VALUES ('pattern', 'another', "
                + clock.instant().plus(LEASE).toEpochMilli() + ")");
        add(1, 1);
        OutboxRelay relay = started();
        relay.ring();
        get(relay.pending());
        List<String> during = List.copyOf(broker.offered());

        // When
        clock.advance(LEASE);
        relay.ring();
        awaitPending(relay, 0);

        // Then
        assertThat(during).isEmpty();
        assertThat(broker.offered()).isEqualTo(ids(1));
    }

    @Test
    void doesNotWaitForALeaseFromBeforeTheClockWasSetBack() {
        // Given
        open.run("INSERT INTO outbox_lease VALUES ('pattern', 'another', "
                + clock.instant().plus(Duration.ofDays(365)).toEpochMilli() + ")");
        add(1, 1);

        // When
        OutboxRelay relay = started();
        awaitPending(relay, 0);

        // Then
        assertThat(broker.offered()).isEqualTo(ids(1));
    }
}
