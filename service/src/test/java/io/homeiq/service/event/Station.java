package io.homeiq.service.event;

import io.homeiq.bus.Message;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.cursor.CursorRepository;
import io.homeiq.store.inbox.Inbox;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A bus in memory, a database in a file, and a service that listens to both. */
final class Station implements AutoCloseable {

    static final HomeId HOME = new HomeId("home");
    static final String SERVICE = "tested";

    final Vertx vertx = Vertx.vertx();
    final InMemoryBus bus = new InMemoryBus(
            vertx, new DeliveryLimits(3, Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofMillis(50), 100));
    final WireJson json = new WireJson();
    final EventCodec codec = new EventCodec(json);
    final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    final Metrics metrics = new Metrics(SERVICE);
    final SharedDatabase database;
    final Announcer announcer;
    final EventConsumer events;
    final CommandConsumer commands;
    final List<Message> seen = new CopyOnWriteArrayList<>();
    private final CursorRepository cursors = new CursorRepository();

    Station(Path folder) {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        announcer = new Announcer(vertx, new AnnouncerParts(database, bus, json, HOME, SERVICE, clock));
        ConsumerParts parts = new ConsumerParts(bus, json, HOME, SERVICE, metrics, clock);
        events = new EventConsumer(parts, announcer, new Inbox(clock));
        commands = new CommandConsumer(parts);
        await(bus.subscribe(new TopicFilter("homeiq/v1/#"), message -> {
            seen.add(message);
            return Future.succeededFuture();
        }));
    }

    static <T> T await(Future<T> future) {
        return future.timeout(20, TimeUnit.SECONDS).await();
    }

    static Event<HistoryImported> imported(String id, long added) {
        return new Event<>(
                new EventId(id),
                HOME,
                "data",
                Instant.parse("2026-03-01T05:00:00Z"),
                new HistoryImported("a.csv", added, 0, 0, null, null, added));
    }

    void publish(Event<?> event) {
        await(bus.publish(new Message(event.topic(), Buffer.buffer(codec.encode(event)), false)));
    }

    void publish(Topic topic, byte[] payload) {
        await(bus.publish(new Message(topic, Buffer.buffer(payload), false)));
    }

    void publish(Topic topic, String payload) {
        publish(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds to a number in the database, as the effect of something. */
    Future<Void> add(SqlConnection connection, long number) {
        return cursors.get(connection, HOME, "sum").compose(sum -> cursors.set(connection, HOME, "sum", sum + number));
    }

    long sum() {
        return await(database.read(connection -> cursors.get(connection, HOME, "sum")));
    }

    List<DeadLetter> deadLetters() {
        return seen.stream()
                .filter(message -> message.topic().equals(Topic.deadLetter(HOME, SERVICE)))
                .map(message -> json.read(message.payload().getBytes(), DeadLetter.class))
                .toList();
    }

    double counted(String counter, String type, String outcome) {
        return metrics.counter(counter, "", "type", type, "outcome", outcome).count();
    }

    @Override
    public void close() {
        await(announcer.close());
        await(bus.close());
        await(database.close());
        await(vertx.close());
        metrics.close();
    }
}
