package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.EventId;
import io.homeiq.store.ChildJvm;
import io.homeiq.store.Futures;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.cursor.CursorRepository;
import io.homeiq.store.inbox.Inbox;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed on the way from the change to the confirmed event, and another one goes on. */
class OutboxProcessesIT {

    private static final String CONSUMER = "automation";

    private final CursorRepository cursors = new CursorRepository();
    private final Inbox inbox = new Inbox(InstantSource.system());
    private final RecordingBroker broker = new RecordingBroker();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("shared.db");
    }

    private void goOnUntilNothingWaits(OpenDatabase open) {
        OutboxRelay relay = new OutboxRelay(open.vertx(), open.database(), "pattern", broker, OutboxVictim.SETTINGS);
        relay.start();
        await().atMost(Futures.PATIENCE).until(() -> get(relay.pending()) == 0);
        get(relay.close());
    }

    /** Counts the effects that a consumer has. */
    private void consume(OpenDatabase open, EventId event) {
        open.write(connection -> inbox.firstTime(connection, CONSUMER, event)
                .compose(first -> first
                        ? cursors.get(connection, CONSUMER)
                                .compose(count -> cursors.set(connection, CONSUMER, count + 1))
                        : Future.succeededFuture()));
    }

    @Test
    void theNextProcessPublishesWhatTheKilledOneHadOnlyCommitted() {
        // Given
        try (ChildJvm victim = ChildJvm.start(OutboxVictim.class, file.toString(), "commit")) {
            victim.awaitLine("committed");
            victim.kill();
        }

        // When
        try (OpenDatabase open = new OpenDatabase(file)) {
            goOnUntilNothingWaits(open);

            // Then
            assertThat(broker.offered()).containsExactly("pattern-1");
            assertThat(open.number("SELECT seq FROM cursors WHERE consumer = 'change'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatWasPublishedTwiceHasOneEffect() {
        // Given
        String published;
        try (ChildJvm victim = ChildJvm.start(OutboxVictim.class, file.toString(), "publish")) {
            published = victim.awaitLine("published");
            victim.kill();
        }
        try (OpenDatabase open = new OpenDatabase(file)) {
            consume(open, new EventId(published));

            // When
            goOnUntilNothingWaits(open);
            List<String> again = broker.offered();
            again.forEach(id -> consume(open, new EventId(id)));

            // Then
            assertThat(again).containsExactly(published);
            assertThat(open.number("SELECT seq FROM cursors WHERE consumer = '" + CONSUMER + "'"))
                    .isEqualTo(1);
        }
    }
}
