package io.homeiq.app.runtime;

import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Settings;
import io.homeiq.bus.mqtt.Credentials;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.bus.mqtt.Presence;
import io.homeiq.bus.mqtt.Tls;
import io.homeiq.contracts.event.Topic;
import io.vertx.core.Vertx;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way to the broker that the settings name; the embedded one is reached on loopback. */
public final class BusConnection {

    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::");

    /** The one user of the embedded broker; the password is the API key. */
    private static final String EMBEDDED_USER = "homeiq";

    private BusConnection() {}

    /** Who is let in by the embedded broker where the network reaches it; null while there is no API key. */
    static @Nullable Credentials embeddedLogin(Settings settings) {
        return settings.apiKey() == null
                ? null
                : new Credentials(EMBEDDED_USER, settings.apiKey().reveal());
    }

    /**
     * Connects in the background.
     *
     * @param clientId unique among all clients of the broker
     */
    public static MqttBus open(Vertx vertx, Settings settings, String clientId) {
        return open(vertx, settings, settings.broker().port(), clientId);
    }

    static MqttBus open(Vertx vertx, Settings settings, int port, String clientId) {
        return MqttBus.open(vertx, mqtt(settings, port, clientId));
    }

    /** As {@link #open}; for as long as it stands, a retained word on {@code state/bridge} tells that HomeIQ is there. */
    static MqttBus openAsBridge(Vertx vertx, Settings settings, int port, String clientId) {
        return open(vertx, settings, port, clientId, Topic.state(settings.home(), "bridge"));
    }

    /** As {@link #open}; for as long as it stands, a retained word tells that there is somebody behind the device in Home Assistant. */
    static MqttBus openAsDevice(Vertx vertx, Settings settings, int port, String clientId) {
        return open(vertx, settings, port, clientId, Topic.device(settings.home(), "presence"));
    }

    private static MqttBus open(Vertx vertx, Settings settings, int port, String clientId, Topic presence) {
        return MqttBus.open(vertx, mqtt(settings, port, clientId).withPresence(Presence.on(presence)));
    }

    private static MqttSettings mqtt(Settings settings, int port, String clientId) {
        return switch (settings.broker()) {
            case BrokerSettings.Embedded embedded -> {
                MqttSettings plain = MqttSettings.of(addressOf(embedded), port, clientId);
                Credentials login = embeddedLogin(settings);
                yield login == null ? plain : plain.withCredentials(login);
            }
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

    /** What listens on all addresses listens on loopback too. */
    private static String addressOf(BrokerSettings.Embedded broker) {
        return ALL_ADDRESSES.contains(broker.bind()) ? "127.0.0.1" : broker.bind();
    }
}
