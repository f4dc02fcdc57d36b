package io.homeiq.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.homeassistant.influx.InfluxLogin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluxVariablesTest {

    @Test
    void theOlderSystemsVariablesNameADatabase() {
        // Given
        InfluxVariables variables = new InfluxVariables(
                Map.of("INFLUXDB_URL", "https://nas.local:9086/", "INFLUXDB_DATABASE", "home assistant"));

        // Then
        assertThat(variables.address("influxdb://")).hasToString("influxdb://nas.local:9086/home%20assistant?tls=true");
    }

    @Test
    void theOlderSystemsVariablesNameABucket() {
        // Given
        InfluxVariables variables = new InfluxVariables(Map.of(
                "INFLUXDB_URL", "http://influxdb",
                "INFLUXDB_ORG", "my/home",
                "INFLUXDB_BUCKET", "events"));

        // Then
        assertThat(variables.address("influxdb2://")).hasToString("influxdb2://influxdb:8086/my%2Fhome/events");
    }

    @Test
    void aWholeAddressNeedsNoVariable() {
        assertThat(new InfluxVariables(Map.of()).address("influxdb://h:1/d")).hasToString("influxdb://h:1/d");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new InfluxVariables(Map.of("INFLUXDB_URL", "http://h")).address("influxdb2://"))
                .hasMessage(
                        "INFLUXDB_ORG is not set, which influxdb2:// alone needs; set it or write the whole address");
    }

    @Test
    void anAddressWithASecretIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new InfluxVariables(
                                Map.of("INFLUXDB_URL", "http://me:s3cret@h", "INFLUXDB_DATABASE", "d"))
                        .address("influxdb://"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("INFLUXDB_URL must be an address such as http://host:8086");
    }

    @Test
    void theLoginMayBeMissingAltogether() {
        assertThat(new InfluxVariables(Map.of("INFLUXDB_PASSWORD", " ")).login())
                .isEqualTo(InfluxLogin.NONE);
        assertThat(new InfluxVariables(
                                Map.of("INFLUXDB_USERNAME", "u", "INFLUXDB_PASSWORD", "p", "INFLUXDB_TOKEN", "t"))
                        .login())
                .isEqualTo(new InfluxLogin("u", "p", "t"));
    }
}
