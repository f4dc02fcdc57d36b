package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.Topic;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttWill;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to be published if its connection ends without a good-bye.
 *
 * @param delay how long to wait for the client to come back first
 */
record Will(Publication publication, Duration delay) {

    /** Null if the client has none. */
    static @Nullable Will of(MqttWill will, String clientId) {
        if (!will.isWillFlag()) {
            return null;
        }
        MqttProperties properties = will.getWillProperties();
        Duration delay = properties.getProperty(MqttProperties.WILL_DELAY_INTERVAL) instanceof IntegerProperty seconds
                ? Duration.ofSeconds(Integer.toUnsignedLong(seconds.value()))
                : Duration.ZERO;
        Publication publication = new Publication(
                new Topic(will.getWillTopic()),
                Buffer.buffer(will.getWillMessageBytes()),
                will.getWillQos(),
                will.isWillRetain(),
                Publication.handedOn(properties),
                Publication.NEVER,
                clientId);
        return new Will(publication, delay);
    }
}
