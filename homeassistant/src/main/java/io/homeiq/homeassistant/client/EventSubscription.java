package io.homeiq.homeassistant.client;

import io.vertx.core.Future;

/** Something that Home Assistant tells us about until it is cancelled or the connection ends. */
@FunctionalInterface
public interface EventSubscription {

    /** Ends it; nothing more arrives after the future has completed. Fails as a command does. */
    Future<Void> cancel();
}
