package io.homeiq.bus.mqtt;

import io.homeiq.contracts.event.Topic;

/**
 * A retained word about whether we are there: the broker itself says {@code offline} (the last will) when the connection ends without a good-bye.
 *
 * @param online published whenever a connection stands
 * @param offline published before the connection is closed, and the last will
 */
public record Presence(Topic topic, String online, String offline) {

    /** With the words {@code online} and {@code offline}, as Home Assistant expects them. */
    public static Presence on(Topic topic) {
        return new Presence(topic, "online", "offline");
    }
}
