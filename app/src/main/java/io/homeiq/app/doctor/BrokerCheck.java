package io.homeiq.app.doctor;

import io.homeiq.app.runtime.BusConnection;
import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Settings;
import io.homeiq.bus.mqtt.LinkStatus;
import io.homeiq.bus.mqtt.MqttBus;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the broker is there and lets us in. */
final class BrokerCheck implements Check {

    private static final String NAME = "broker";
    private static final long PATIENCE_MILLIS = 8_000;
    private static final long LOOK_MILLIS = 50;

    private final Vertx vertx;
    private final Settings settings;

    BrokerCheck(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                switch (settings.broker()) {
                    case BrokerSettings.Embedded embedded -> embedded(embedded);
                    case BrokerSettings.External external -> external(external);
                });
    }

    private Finding external(BrokerSettings.External broker) {
        String address = broker.host() + ":" + broker.port();
        String problem = problem();
        return problem.isEmpty()
                ? Finding.good(NAME, address + " lets us in")
                : Finding.mend(
                        NAME,
                        "no connection to " + address + ": " + problem,
                        "look whether it runs, and at MQTT_BROKER, MQTT_PORT, MQTT_USERNAME and MQTT_PASSWORD");
    }

    private Finding embedded(BrokerSettings.Embedded broker) {
        if (broker.port() == 0) {
            return Finding.good(NAME, "embedded, on any free port");
        }
        if (isFree(broker.port())) {
            return Finding.good(NAME, "embedded, starts with homeiq run on port " + broker.port());
        }
        String problem = problem();
        return problem.isEmpty()
                ? Finding.good(NAME, "one answers on port " + broker.port())
                : Finding.mend(
                        NAME,
                        "something else uses port " + broker.port() + " of the embedded broker: " + problem,
                        "name the broker that runs there in MQTT_BROKER, or set MQTT_PORT to another port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Why there is no connection; empty if there is one. */
    private String problem() {
        // Always the same client, so that a broker which remembers clients remembers one.
        MqttBus bus = BusConnection.open(vertx, settings, "homeiq-doctor");
        try {
            for (long waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
                switch (bus.status()) {
                    case LinkStatus.Connected ignored -> {
                        return "";
                    }
                    case LinkStatus.Connecting connecting
                    when connecting.problem() != null -> {
                        return connecting.problem();
                    }
                    default -> TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            }
            return "no answer within " + TimeUnit.MILLISECONDS.toSeconds(PATIENCE_MILLIS) + " seconds";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            bus.close();
        }
    }
}
