package io.homeiq.store.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** Takes events that a service announces. After the transaction is committed, ring the service's {@link OutboxRelay}. */
public final class Outbox {

    private static final String ADD =
            "INSERT INTO outbox (home, service, event_id, topic, payload) VALUES (?, ?, ?, ?, ?)";

    private final EventCodec codec;

    public Outbox(WireJson json) {
        codec = new EventCodec(json);
    }

    /**
     * Announces the event if, and only if, the transaction of the connection is committed. The service whose relay
     * publishes it is the event's source.
     *
     * @return fails with a {@link WireException} if the event is too large for the bus; then the change must not happen either
     */
    public Future<Void> add(SqlConnection connection, Event<?> event) {
        String payload;
        try {
            payload = new String(codec.encode(event), UTF_8);
        } catch (WireException e) {
            return Future.failedFuture(e);
        }
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        event.home().value(),
                        event.source(),
                        event.id().value(),
                        event.topic().value(),
                        payload))
                .mapEmpty();
    }
}
