package io.homeiq.app.runtime;

import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Settings;
import io.homeiq.bus.mqtt.Credentials;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.bus.mqtt.Tls;
import io.vertx.core.Vertx;

/** The way to the broker that the settings name; the embedded one is reached on loopback. */
public final class BusConnection {

    private BusConnection() {}

    /**
     * Connects in the background.
     *
     * @param clientId unique among all clients of the broker
     */
    public static MqttBus open(Vertx vertx, Settings settings, String clientId) {
        return open(vertx, settings, settings.broker().port(), clientId);
    }

    static MqttBus open(Vertx vertx, Settings settings, int port, String clientId) {
        return MqttBus.open(vertx, mqtt(settings.broker(), port, clientId));
    }

    private static MqttSettings mqtt(BrokerSettings broker, int port, String clientId) {
        return switch (broker) {
            case BrokerSettings.Embedded ignored -> MqttSettings.of("127.0.0.1", port, clientId);
            case BrokerSettings.External external -> {
                MqttSettings plain = MqttSettings.of(external.host(), port, clientId);
                MqttSettings safe = external.tls() ? plain.withTls(Tls.DEFAULT) : plain;
                yield external.username() == null
                        ? safe
                        : safe.withCredentials(new Credentials(
                                external.username(),
                                external.password() == null
                                        ? ""
                                        : external.password().reveal()));
            }
        };
    }
}
