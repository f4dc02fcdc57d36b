package io.homeiq.store.inbox;

import static io.homeiq.store.Futures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.EventId;
import io.homeiq.store.OpenDatabase;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxIT {

    private static final EventId EVENT = new EventId("e1");

    private final MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");
    private final Inbox inbox = new Inbox(clock);

    @TempDir
    Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private boolean firstTime(String consumer) {
        return open.write(connection -> inbox.firstTime(connection, consumer, EVENT));
    }

    @Test
    void letsEachConsumerHaveAnEventOnce() {
        // When
        boolean first = firstTime("automation");
        boolean again = firstTime("automation");
        boolean other = firstTime("query");

        // Then
        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(other).isTrue();
    }

    @Test
    void forgetsTheMarkOfAnEffectThatWasUndone() {
        // Given
        failure(open.database()
                .write(connection ->
                        inbox.firstTime(connection, "automation", EVENT).compose(any -> Future.failedFuture("no"))));

        // When
        boolean again = firstTime("automation");

        // Then
        assertThat(again).isTrue();
    }

    @Test
    void purgesWhatNobodyCanDeliverAnyMore() {
        // Given
        firstTime("automation");
        clock.advance(Inbox.KEPT.minus(Duration.ofMinutes(1)));
        boolean stillKnown = !firstTime("automation");

        // When
        clock.advance(Duration.ofHours(2));
        open.write(connection -> inbox.firstTime(connection, "automation", new EventId("e2")));

        // Then
        assertThat(stillKnown).isTrue();
        assertThat(open.number("SELECT count(*) FROM inbox")).isEqualTo(1);
    }
}
