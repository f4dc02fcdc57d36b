package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerCheckIT {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aBrokerThatLetsUsInIsGood() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startWithLogin("homeiq", "right")) {
            String address = broker.host() + ":" + broker.port();

            // When
            Finding finding =
                    check(Map.of("MQTT_BROKER", address, "MQTT_USERNAME", "homeiq", "MQTT_PASSWORD", "right"));

            // Then
            assertThat(finding).isEqualTo(Finding.good("broker", address + " lets us in"));
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutShowingIt() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startWithLogin("homeiq", "right")) {
            String address = broker.host() + ":" + broker.port();

            // When
            Finding finding =
                    check(Map.of("MQTT_BROKER", address, "MQTT_USERNAME", "homeiq", "MQTT_PASSWORD", "wrong-password"));

            // Then
            assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
            assertThat(finding.text()).contains("homeiq").doesNotContain("wrong-password");
            assertThat(finding.cure()).contains("MQTT_PASSWORD");
        }
    }

    @Test
    void aBrokerThatIsNotThereMustBeMended() {
        // Given
        String nobody = "127.0.0.1:" + FreePort.find();

        // When
        Finding finding = check(Map.of("MQTT_BROKER", nobody));

        // Then
        assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
        assertThat(finding.text()).contains(nobody);
    }

    @Test
    void theEmbeddedBrokerNeedsAFreePortOrABrokerOnIt() throws IOException {
        // Given
        int free = FreePort.find();

        // Then
        assertThat(check(Map.of("MQTT_PORT", Integer.toString(free))).verdict()).isEqualTo(Verdict.GOOD);
        try (MosquittoProcess broker = MosquittoProcess.startInMemory()) {
            assertThat(check(Map.of("MQTT_PORT", Integer.toString(broker.port())))
                            .verdict())
                    .isEqualTo(Verdict.GOOD);
        }
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = check(Map.of("MQTT_PORT", Integer.toString(silent.getLocalPort())));
            assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
            assertThat(finding.cure()).contains("MQTT_PORT");
        }
    }

    private Finding check(Map<String, String> variables) {
        SettingsReader.Outcome outcome = SettingsReader.read(variables);
        return new BrokerCheck(vertx, ((SettingsReader.Outcome.Valid) outcome).settings())
                .findings()
                .getFirst();
    }
}
