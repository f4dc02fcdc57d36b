package io.homeiq.service.event;

import io.homeiq.bus.BusException;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.EventType;
import io.homeiq.service.http.Endpoint;
import io.homeiq.service.http.Remembered;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.outbox.Outbox;
import io.homeiq.store.outbox.OutboxMessage;
import io.homeiq.store.outbox.OutboxRelay;
import io.homeiq.store.outbox.OutboxSettings;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the shared database and tells of it: an event is stored in the transaction of the change that it announces, and published from there
 * until the broker has taken it. So either both are lost or none, whatever dies in between.
 */
public final class Announcer {

    private final AnnouncerParts parts;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private volatile @Nullable Metrics metrics;

    /** With what suits one home. Publishes nothing before {@link #start}. */
    public Announcer(Vertx vertx, AnnouncerParts parts) {
        this(vertx, parts, OutboxSettings.defaults(parts.clock()));
    }

    /** Publishes nothing before {@link #start}. */
    public Announcer(Vertx vertx, AnnouncerParts parts, OutboxSettings settings) {
        this.parts = parts;
        this.outbox = new Outbox(parts.json());
        this.relay = new OutboxRelay(vertx, parts.database(), parts.service(), this::publish, settings);
    }

    /** Shows among the numbers of the service how many events of each type it announced, and how many wait for the broker. */
    public void countInto(Metrics numbers) {
        // A number that begins with one instead of nothing would hide the first event from whoever watches its growth.
        for (EventType type : EventType.values()) {
            counter(numbers, type);
        }
        numbers.ask("homeiq.outbox.waiting", "Events that wait for the broker", this::pending);
        metrics = numbers;
    }

    private static Counter counter(Metrics numbers, EventType type) {
        return numbers.counter("homeiq.events.announced", "Events announced on the bus", "type", type.wireName());
    }

    private void count(EventType type) {
        Metrics numbers = metrics;
        if (numbers != null) {
            counter(numbers, type).increment();
        }
    }

    /** Begins to publish, with what was left over when the process last ended. */
    public void start() {
        relay.start();
        parts.bus().onConnected(relay::republishUnconfirmed);
    }

    /**
     * One transaction: everything in it stands, or nothing.
     *
     * @return what the work came to, once it is safe on the disk; events announced by it are on their way then
     */
    public <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
        return parts.database().write(work).onSuccess(done -> relay.ring());
    }

    /** As {@link #write}, for reading only: it waits for nobody. */
    public <T> Future<T> read(Function<SqlConnection, Future<T>> work) {
        return parts.database().read(work);
    }

    /** The same answers to the same questions from memory, as long as nothing was written by this process. */
    public Endpoint remembering(Endpoint list) {
        return new Remembered(list, parts.database()::writes, parts.json(), parts.clock());
    }

    /**
     * Announces a fact as an event with a new id and the present time.
     *
     * @param connection that of the {@link #write} which makes it a fact
     */
    public <T extends EventData> Future<Event<T>> announce(SqlConnection connection, T fact) {
        EventId id = new EventId(UUID.randomUUID().toString());
        Event<T> event =
                new Event<>(id, parts.home(), parts.service(), parts.clock().instant(), fact);
        return outbox.add(connection, event).map(event).onSuccess(added -> count(event.type()));
    }

    /** How many events wait for the broker. */
    public Future<Long> pending() {
        return relay.pending();
    }

    /** Stops publishing; what waits stays in the database for the next start. */
    public Future<Void> close() {
        return relay.close();
    }

    /** Without a connection the message would wait in the bus and in the outbox, and go out twice. */
    private Future<Void> publish(OutboxMessage message) {
        if (!parts.bus().isConnected()) {
            return Future.failedFuture(new BusException(BusException.Kind.TIMEOUT, "the bus is not connected"));
        }
        return parts.bus().publish(new Message(message.topic(), Buffer.buffer(message.payload()), false));
    }
}
