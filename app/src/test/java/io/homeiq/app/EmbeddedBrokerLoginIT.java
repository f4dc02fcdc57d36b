package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.bus.mqtt.Credentials;
import io.homeiq.bus.mqtt.LinkStatus;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.testing.FreePort;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the network reaches the embedded broker, it asks for the same key as the services. */
class EmbeddedBrokerLoginIT {

    private static final String KEY = "a-key-for-the-broker-01";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void letsInWhoShowsTheKeyAndNobodyElse() {
        // Given
        Vertx vertx = Vertx.vertx();
        try (HomeIq homeIq = start()) {
            int port = homeIq.settings().broker().port();

            // When
            MqttBus stranger = MqttBus.open(vertx, MqttSettings.of("127.0.0.1", port, "stranger"));
            MqttBus guesser = MqttBus.open(vertx, login(port, "guesser", "a-key-for-the-broker-02"));
            MqttBus owner = MqttBus.open(vertx, login(port, "owner", KEY));

            // Then
            await("HomeIQ itself").atMost(PATIENCE).until(homeIq.bus()::isConnected);
            await("the owner").atMost(PATIENCE).until(owner::isConnected);
            await("the stranger is refused").atMost(PATIENCE).until(() -> isRefused(stranger));
            await("the guesser is refused").atMost(PATIENCE).until(() -> isRefused(guesser));
            assertThat(stranger.isConnected()).isFalse();
            assertThat(guesser.isConnected()).isFalse();
        } finally {
            vertx.close().timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).await();
        }
    }

    private static boolean isRefused(MqttBus bus) {
        return bus.status() instanceof LinkStatus.Connecting seeking && seeking.failures() > 0;
    }

    private static MqttSettings login(int port, String clientId, String key) {
        return MqttSettings.of("127.0.0.1", port, clientId).withCredentials(new Credentials("homeiq", key));
    }

    private HomeIq start() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("HOMEIQ_DATA", folder.toString());
        variables.put("HOMEIQ_BIND", "0.0.0.0");
        variables.put("HOMEIQ_API_KEY", KEY);
        variables.put("MQTT_PORT", Integer.toString(FreePort.find()));
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role.name() + "_PORT", "0");
        }
        SettingsReader.Outcome read = SettingsReader.read(variables);
        return HomeIq.start(((SettingsReader.Outcome.Valid) read).settings(), EnumSet.of(Role.DATA), Clock.systemUTC());
    }
}
