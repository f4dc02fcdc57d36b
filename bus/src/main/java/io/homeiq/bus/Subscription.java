package io.homeiq.bus;

import io.vertx.core.Future;

/** A standing wish for messages, kept across reconnections until it is cancelled. */
public interface Subscription {

    /** Ends it; no message is handed over after the future has completed. Cancelling twice is harmless. */
    Future<Void> cancel();
}
