package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.get;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.Event;
import io.homeiq.store.Futures;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database, a clock and a broker for tests of the relay. */
abstract class RelayFixture {

    static final Duration TIME_TO_LIVE = Duration.ofHours(1);
    static final Duration LEASE = Duration.ofSeconds(10);

    final Outbox outbox = new Outbox(Samples.JSON);
    final MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");
    final RecordingBroker broker = new RecordingBroker();
    final List<OutboxRelay> relays = new ArrayList<>();

    @TempDir
    Path folder;

    Path file;
    OpenDatabase open;

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
    static OutboxSettings settings(InstantSource clock) {
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

    OutboxRelay relay(OpenDatabase database, RecordingBroker to, OutboxSettings settings) {
        OutboxRelay relay = new OutboxRelay(database.vertx(), database.database(), "pattern", to, settings);
        relays.add(relay);
        return relay;
    }

    OutboxRelay started() {
        OutboxRelay relay = relay(open, broker, settings(clock));
        relay.start();
        return relay;
    }

    void add(int first, int last) {
        for (int i = first; i <= last; i++) {
            Event<?> event = Samples.event("pattern", i);
            open.write(connection -> outbox.add(connection, event));
        }
    }

    static List<String> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> "pattern-" + number).toList();
    }

    static List<String> ids(IntStream numbers) {
        return numbers.mapToObj(number -> "pattern-" + number).toList();
    }

    void awaitPending(OutboxRelay relay, long pending) {
        await().atMost(Futures.PATIENCE).until(() -> get(relay.pending()) == pending);
    }
}
