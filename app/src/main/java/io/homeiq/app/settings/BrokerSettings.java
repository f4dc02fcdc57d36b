package io.homeiq.app.settings;

import org.jspecify.annotations.Nullable;

/** The MQTT broker to use: one that runs already, or one inside this process. */
public sealed interface BrokerSettings {

    int port();

    /** Somebody's broker, for example mosquitto. */
    record External(
            String host,
            int port,
            boolean tls,
            @Nullable String username,
            @Nullable Secret password) implements BrokerSettings {}

    /**
     * Ours, without any setting up.
     *
     * @param bind address that it listens on
     * @param port 0: a free one
     */
    record Embedded(String bind, int port) implements BrokerSettings {}
}
