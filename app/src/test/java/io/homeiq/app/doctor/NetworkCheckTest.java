package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import io.homeiq.app.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {

    private static final String KEY = "a-key-of-some-length";

    @Test
    void onLoopbackNothingIsOpen() {
        assertThat(findings(Map.of()))
                .containsExactly(
                        Finding.good("network", "only this machine reaches the services and the embedded broker"));
    }

    @Test
    void beyondLoopbackItTellsThePortsAndWhatProtectsThem() {
        // When
        List<Finding> findings = findings(Map.of("HOMEIQ_BIND", "0.0.0.0", "HOMEIQ_API_KEY", KEY, "MQTT_PORT", "1999"));

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.REMARK);
            assertThat(finding.text())
                    .contains("0.0.0.0", "8006, 8016, 8017, 8018, 8021", "1999", "HOMEIQ_API_KEY")
                    .doesNotContain(KEY);
        });
    }

    @Test
    void aPasswordThatGoesOverTheNetworkUnencryptedIsTold() {
        assertThat(findings(Map.of("MQTT_BROKER", "mqtt://box", "MQTT_USERNAME", "me", "MQTT_PASSWORD", "hidden")))
                .last()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("mqtts://").doesNotContain("hidden"));
        assertThat(findings(Map.of("MQTT_BROKER", "mqtts://box", "MQTT_USERNAME", "me", "MQTT_PASSWORD", "hidden")))
                .hasSize(1);
    }

    private static List<Finding> findings(Map<String, String> variables) {
        return new NetworkCheck(((SettingsReader.Outcome.Valid) SettingsReader.read(variables)).settings()).findings();
    }
}
