package io.homeiq.bus.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * Which broker, as whom, and within which bounds. The text form names no password.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param clientId unique among all clients of the broker, or they throw each other out; the same after a restart, so that the broker still knows the session
 * @param credentials null to come without a name
 * @param tls null for a plain connection
 * @param presence null for none
 * @param persistentSession whether the broker keeps our subscriptions, and the messages for us, while we are away or a message is not acknowledged.
 *     Without, "delivered again" ends with the connection
 * @param seed of the random part of the reconnection delays
 */
public record MqttSettings(
        String host,
        int port,
        String clientId,
        @Nullable Credentials credentials,
        @Nullable Tls tls,
        @Nullable Presence presence,
        boolean persistentSession,
        long seed,
        MqttLimits limits) {

    private static final int MAX_PORT = 65_535;

    public MqttSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be a name or an address, was empty");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be 1 to " + MAX_PORT + ", was: " + port);
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("clientId must not be empty: the broker knows the session by it");
        }
    }

    /** Plain, without a name or presence, with a persistent session; the delays differ from client id to client id. */
    public static MqttSettings of(String host, int port, String clientId) {
        return new MqttSettings(host, port, clientId, null, null, null, true, clientId.hashCode(), MqttLimits.DEFAULT);
    }

    public MqttSettings withCredentials(Credentials value) {
        return new MqttSettings(host, port, clientId, value, tls, presence, persistentSession, seed, limits);
    }

    public MqttSettings withTls(Tls value) {
        return new MqttSettings(host, port, clientId, credentials, value, presence, persistentSession, seed, limits);
    }

    public MqttSettings withPresence(Presence value) {
        return new MqttSettings(host, port, clientId, credentials, tls, value, persistentSession, seed, limits);
    }

    public MqttSettings withPersistentSession(boolean value) {
        return new MqttSettings(host, port, clientId, credentials, tls, presence, value, seed, limits);
    }

    public MqttSettings withSeed(long value) {
        return new MqttSettings(host, port, clientId, credentials, tls, presence, persistentSession, value, limits);
    }

    public MqttSettings withLimits(MqttLimits value) {
        return new MqttSettings(host, port, clientId, credentials, tls, presence, persistentSession, seed, value);
    }

    /** For messages to people: {@code host:port}. */
    String address() {
        return host + ":" + port;
    }
}
