package io.homeiq.bus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerSettingsTest {

    @Test
    void isForThisMachineOnlyUnlessToldOtherwise() {
        assertThat(EmbeddedBrokerSettings.onFreePort().host()).isEqualTo("127.0.0.1");
        assertThat(EmbeddedBrokerSettings.onPort(1883).withHost("0.0.0.0").host())
                .isEqualTo("0.0.0.0");
    }

    @Test
    void hidesThePassword() {
        assertThat(EmbeddedBrokerSettings.onFreePort()
                        .withLogin("homeiq", "very-secret")
                        .toString())
                .contains("homeiq")
                .doesNotContain("very-secret");
    }

    @Test
    void refusesWhatCannotBe() {
        BrokerLimits limits = BrokerLimits.DEFAULT;
        assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedBrokerSettings.onPort(65_536));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedBrokerSettings.onFreePort().withHost(""));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withQueue(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withRetained(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withSessions(1, Duration.ZERO));
    }
}
