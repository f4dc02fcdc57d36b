package io.homeiq.bus.embedded;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** The connection by which a client is there now. Sending on one that has just ended does nothing. */
final class ClientConnection {

    /** Beyond these, messages with quality of service 0 for a client that reads too slowly are left out. */
    private static final int MAX_UNWRITTEN = 1_000;

    private static final long MAX_UNWRITTEN_BYTES = 1 << 20;
    /** What a packet may have besides topic and payload when its size is compared with what the client takes. */
    private static final int PACKET_OVERHEAD_BYTES = 64;

    private final MqttEndpoint endpoint;
    private final int window;
    private final long maxPacketBytes;
    private boolean open = true;
    private int unwritten;
    private long unwrittenBytes;

    ClientConnection(MqttEndpoint endpoint, BrokerLimits limits) {
        this.endpoint = endpoint;
        this.window = (int) Math.min(
                limits.maxInFlight(),
                wanted(endpoint.connectProperties(), MqttProperties.RECEIVE_MAXIMUM, limits.maxInFlight()));
        this.maxPacketBytes =
                wanted(endpoint.connectProperties(), MqttProperties.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE);
    }

    private static long wanted(MqttProperties properties, int id, long otherwise) {
        return properties.getProperty(id) instanceof IntegerProperty number
                ? Integer.toUnsignedLong(number.value())
                : otherwise;
    }

    MqttEndpoint endpoint() {
        return endpoint;
    }

    boolean speaksVersion5() {
        return endpoint.protocolVersion() >= MqttVersion.MQTT_5.protocolLevel();
    }

    /** How many messages it takes before it must acknowledge one. */
    int window() {
        return window;
    }

    boolean isOpen() {
        return open && endpoint.isConnected();
    }

    /** Whether the client takes a packet of this size. */
    boolean takes(Publication publication) {
        return publication.payload().length() + publication.topic().value().length() + PACKET_OVERHEAD_BYTES
                <= maxPacketBytes;
    }

    /**
     * Sends a message.
     *
     * @param packetId 0 for quality of service 0
     * @param again whether it was sent before, without an acknowledgement
     */
    void send(Publication publication, int qos, boolean retained, int packetId, boolean again) {
        int size = publication.payload().length();
        if (!isOpen() || qos == 0 && (unwritten >= MAX_UNWRITTEN || unwrittenBytes + size > MAX_UNWRITTEN_BYTES)) {
            return;
        }
        unwritten++;
        unwrittenBytes += size;
        MqttProperties properties =
                speaksVersion5() ? publication.propertiesAt(System.nanoTime()) : MqttProperties.NO_PROPERTIES;
        endpoint.publish(
                        publication.topic().value(),
                        publication.payload(),
                        MqttQoS.valueOf(qos),
                        again,
                        retained,
                        packetId,
                        properties)
                // A failure to write ends the connection, which is told apart.
                .onComplete(written -> {
                    unwritten--;
                    unwrittenBytes -= size;
                });
    }

    /** No more is sent or taken. Returns whether it was open until now. */
    boolean ended() {
        boolean was = open;
        open = false;
        return was;
    }

    /** Cuts the client off; one that speaks MQTT 5 is told why. */
    void cut(MqttDisconnectReasonCode reason) {
        if (endpoint.isConnected()) {
            endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
        }
    }
}
