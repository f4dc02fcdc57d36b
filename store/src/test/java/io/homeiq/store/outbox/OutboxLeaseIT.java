package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.OpenDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two processes with the same events to publish. */
class OutboxLeaseIT extends RelayFixture {

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
