package io.homeiq.store.inbox;

import io.homeiq.contracts.event.EventId;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Lets each consumer deal with an event once, however often it is delivered. */
public final class Inbox {

    /** Much longer than any event is published again, or waits in a broker for a consumer that was away. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private static final String MARK =
            "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String PURGE = "DELETE FROM inbox WHERE received_at <= ?";

    private final InstantSource clock;
    private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.MIN);

    public Inbox(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Marks the event as dealt with, in the transaction of its effect.
     *
     * @return false if it was marked before: then there must be no effect. Marks older than {@link #KEPT} are forgotten.
     */
    public Future<Boolean> firstTime(SqlConnection connection, String consumer, EventId event) {
        Instant now = clock.instant();
        return purgeIfDue(connection, now)
                .compose(any ->
                        connection.preparedQuery(MARK).execute(Tuple.of(consumer, event.value(), now.toEpochMilli())))
                .map(marked -> marked.rowCount() == 1);
    }

    private Future<Void> purgeIfDue(SqlConnection connection, Instant now) {
        Instant due = nextPurge.get();
        if (now.isBefore(due) || !nextPurge.compareAndSet(due, now.plus(PURGE_EVERY))) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(PURGE)
                .execute(Tuple.of(now.minus(KEPT).toEpochMilli()))
                .mapEmpty();
    }
}
