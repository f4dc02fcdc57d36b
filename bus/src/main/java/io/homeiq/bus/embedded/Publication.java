package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.Topic;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A message as it was published.
 *
 * @param qos 0 to 2
 * @param properties what MQTT 5 hands on unchanged
 * @param deadline when it expires, on the clock of {@link System#nanoTime}, or {@link #NEVER}
 * @param publisher the client id of who published it
 */
record Publication(
        Topic topic,
        Buffer payload,
        int qos,
        boolean retained,
        List<MqttProperty<?>> properties,
        long deadline,
        String publisher) {

    static final long NEVER = Long.MAX_VALUE;

    private static final int EXPIRY = MqttProperties.PUBLICATION_EXPIRY_INTERVAL;
    private static final Set<Integer> HANDED_ON = Set.of(
            MqttProperties.PAYLOAD_FORMAT_INDICATOR,
            MqttProperties.CONTENT_TYPE,
            MqttProperties.RESPONSE_TOPIC,
            MqttProperties.CORRELATION_DATA,
            MqttProperties.USER_PROPERTY);

    /** Of what MQTT 5 sends along, keeps what is for the receivers. */
    static List<MqttProperty<?>> handedOn(MqttProperties received) {
        List<MqttProperty<?>> kept = new ArrayList<>();
        for (MqttProperty<?> property : received.listAll()) {
            if (HANDED_ON.contains(property.propertyId())) {
                kept.add(property);
            }
        }
        return List.copyOf(kept);
    }

    /** When a message with these properties expires if it came at {@code now}. */
    static long deadline(MqttProperties received, long now) {
        return received.getProperty(EXPIRY) instanceof IntegerProperty seconds
                ? now + TimeUnit.SECONDS.toNanos(Integer.toUnsignedLong(seconds.value()))
                : NEVER;
    }

    boolean isExpired(long now) {
        return deadline != NEVER && deadline - now <= 0;
    }

    /** For a receiver that speaks MQTT 5. */
    MqttProperties propertiesAt(long now) {
        if (properties.isEmpty() && deadline == NEVER) {
            return MqttProperties.NO_PROPERTIES;
        }
        MqttProperties result = new MqttProperties();
        properties.forEach(result::add);
        if (deadline != NEVER) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(Math.max(0, deadline - now));
            result.add(new IntegerProperty(EXPIRY, (int) Math.max(1, seconds)));
        }
        return result;
    }
}
