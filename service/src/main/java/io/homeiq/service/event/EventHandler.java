package io.homeiq.service.event;

import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** What an event leads to. */
@FunctionalInterface
public interface EventHandler<T extends EventData> {

    /**
     * Called once for each event, on the Vert.x context of whoever subscribed, within the transaction that also notes the event as done.
     *
     * @param connection of that transaction: all changes belong on it
     * @return if it fails, everything is rolled back and the event comes again later
     */
    Future<Void> handle(SqlConnection connection, Event<T> event);
}
