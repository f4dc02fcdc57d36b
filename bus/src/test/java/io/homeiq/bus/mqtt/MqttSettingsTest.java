package io.homeiq.bus.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {

    @Test
    void hidesThePassword() {
        // Given
        MqttSettings settings =
                MqttSettings.of("broker", 1883, "one").withCredentials(new Credentials("homeiq", "very-secret"));

        // Then
        assertThat(settings.toString()).contains("homeiq").doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refusesAPortThatCannotBe(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MqttSettings.of("broker", port, "one"))
                .withMessage("port must be 1 to 65535, was: " + port);
    }

    @Test
    void refusesAnEmptyHostClientIdOrUser() {
        assertThatIllegalArgumentException().isThrownBy(() -> MqttSettings.of(" ", 1883, "one"));
        assertThatIllegalArgumentException().isThrownBy(() -> MqttSettings.of("broker", 1883, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials("", "x"));
    }

    @Test
    void refusesBoundsThatCannotHold() {
        MqttLimits limits = MqttLimits.DEFAULT;
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withQueue(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withQueue(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withInFlight(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withInFlight(1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withReconnectDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withPatience(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Test
    void asksTheClientForWhatLosesNoMessages() {
        // When
        var options = ClientOptions.of(MqttSettings.of("broker", 1883, "one")
                .withLimits(MqttLimits.DEFAULT.withPatience(
                        Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofSeconds(2))));

        // Then
        assertThat(options.isAutoAck()).isFalse();
        assertThat(options.isCleanSession()).isFalse();
        assertThat(options.getMaxMessageSize()).isEqualTo(ClientOptions.MAX_MESSAGE_BYTES);
        assertThat(options.getMaxInflightQueue()).isGreaterThan(MqttLimits.DEFAULT.maxInFlight());
        assertThat(options.getAckTimeout()).isEqualTo(2);
        assertThat(options.getKeepAliveInterval()).isEqualTo(2);
    }
}
