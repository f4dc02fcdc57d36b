package io.homeiq.homeassistant.live;

import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What every connection of one feed needs. */
record FeedParts(
        Vertx vertx, HomeAssistantRest rest, FeedSettings settings, FeedListener listener, InstantSource clock) {}
