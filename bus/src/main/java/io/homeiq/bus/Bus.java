package io.homeiq.bus;

import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;

/**
 * Publish and subscribe with delivery at least once.
 *
 * <p>All methods can be called from every thread and never block. Nothing is kept here beyond a crash of the process: what must not get lost
 * is in the store first, and published again from there.
 */
public interface Bus {

    /**
     * Hands a message to the broker. While there is no connection it waits in a bounded queue, so the future may stay open as long as the
     * broker is away. Messages of one caller arrive in the order of the calls, save that one sent again after a broken connection can come twice.
     *
     * @return completes when the broker has acknowledged the message; fails with {@link BusException}: {@code TOO_LARGE} (not sent at all),
     *     {@code QUEUE_FULL} (not sent, try later), {@code TIMEOUT} (sent, but no acknowledgement: it may or may not have arrived),
     *     {@code CLOSED}
     */
    Future<Void> publish(Message message);

    /**
     * Asks for the messages of a filter, now and after every reconnection.
     *
     * @param handler called on the Vert.x context of the caller
     * @return completes when the broker has accepted, or, if it cannot be reached just now, as soon as that is known: the subscription is kept
     *     and stands with the next connection. Fails with {@link BusException}: {@code REFUSED} by the broker, or {@code CLOSED}
     */
    Future<Subscription> subscribe(TopicFilter filter, MessageHandler handler);

    /** Whether there is a connection and all subscriptions stand. */
    boolean isConnected();

    /**
     * Runs the listener, on the Vert.x context of the caller, each time a connection with all subscriptions stands, and once soon if it
     * stands already. Messages published before, whose acknowledgement is still missing, should then be published again.
     */
    void onConnected(Runnable listener);

    /** Sends what waits if that can be done shortly, fails the rest with {@code CLOSED} and lets go of the connection. Never fails. */
    Future<Void> close();
}
