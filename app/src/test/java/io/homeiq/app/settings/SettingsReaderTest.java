package io.homeiq.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.settings.SettingsReader.Outcome;
import io.homeiq.automation.device.Discovery;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    @Test
    void withoutAnyVariableEverythingRunsOnThisMachine() {
        // Given
        // When
        Settings settings = valid(Map.of());

        // Then
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.ports()).containsEntry(Role.DATA, 8006).containsEntry(Role.AUTOMATION, 8021);
        assertThat(settings.broker()).isEqualTo(new BrokerSettings.Embedded("127.0.0.1", 1883));
        assertThat(settings.homeAssistant()).isNull();
        assertThat(settings.sharedDatabase()).isEqualTo(Path.of("data", "shared.db"));
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsCure() {
        // Given
        Map<String, String> environment = Map.of(
                "HOMEIQ_DATA_PORT", "eighty",
                "HA_URL", "homeassistant:8123",
                "HOMEIQ_BIND", "0.0.0.0",
                "DATABASE_URL", "postgresql://db/homeiq",
                "HOMEIQ_HOME", "My Home",
                "HOMEIQ_LOG", "xml");

        // When
        List<String> faults = faults(environment);

        // Then
        assertThat(faults)
                .anyMatch(line -> line.startsWith("HOMEIQ_DATA_PORT=eighty must be"))
                .anyMatch(line -> line.startsWith("HA_URL=homeassistant:8123 must be"))
                .anyMatch(line -> line.contains("HA_TOKEN is not"))
                .anyMatch(line -> line.contains("HOMEIQ_API_KEY"))
                .anyMatch(line -> line.startsWith("DATABASE_URL must name a SQLite file"))
                .anyMatch(line -> line.startsWith("HOMEIQ_HOME=My Home must be"))
                .anyMatch(line -> line.startsWith("HOMEIQ_LOG=xml must be"));
    }

    @Test
    void aStatestreamIsFollowedInsteadOfHomeAssistant() {
        assertThat(valid(Map.of("STATESTREAM_TOPIC", "homeassistant/statestream/"))
                        .statestreamTopic())
                .isEqualTo("homeassistant/statestream");
        assertThat(valid(Map.of()).statestreamTopic()).isNull();
    }

    @Test
    void aStatestreamBesideHomeAssistantOrOnAWrongTopicIsRefused() {
        assertThat(faults(Map.of("STATESTREAM_TOPIC", "states", "HA_URL", "http://ha:8123", "HA_TOKEN", "t")))
                .singleElement()
                .asString()
                .startsWith("STATESTREAM_TOPIC and HA_URL are both set");
        for (String wrong : List.of("states/#", "a/+/b", "/states", "a//b", "$SYS", "homeiq/v1")) {
            assertThat(faults(Map.of("STATESTREAM_TOPIC", wrong)))
                    .singleElement()
                    .asString()
                    .startsWith("STATESTREAM_TOPIC=" + wrong + " must be");
        }
    }

    @Test
    void theDeviceIsDescribedWhereHomeAssistantLooksUnlessThatIsOff() {
        assertThat(valid(Map.of()).discovery()).isEqualTo(new Discovery("homeassistant"));
        assertThat(valid(Map.of("HOMEIQ_DISCOVERY_PREFIX", "")).discovery()).isEqualTo(Discovery.DEFAULT);
        assertThat(valid(Map.of("HOMEIQ_DISCOVERY_PREFIX", "ha/found")).discovery())
                .isEqualTo(new Discovery("ha/found"));
        assertThat(valid(Map.of("HOMEIQ_DISCOVERY_PREFIX", "off")).discovery()).isNull();
        for (String wrong : List.of("a/#", "+", "/ha", "ha/", "$SYS", "homeiq/v1")) {
            assertThat(faults(Map.of("HOMEIQ_DISCOVERY_PREFIX", wrong)))
                    .singleElement()
                    .asString()
                    .startsWith("HOMEIQ_DISCOVERY_PREFIX=" + wrong + " must be");
        }
    }

    @Test
    void theOlderSystemsDatabaseAddressIsUnderstood() {
        // Given
        Map<String, String> environment = Map.of("DATABASE_URL", "sqlite+aiosqlite:////app/data/shared.db");

        // When
        Settings settings = valid(environment);

        // Then
        assertThat(settings.sharedDatabase()).isEqualTo(Path.of("/app/data/shared.db"));
    }

    @Test
    void theCorrelationCacheLiesBesideTheSharedDatabaseUnlessItIsNamed() {
        // Given
        Map<String, String> beside = Map.of("DATABASE_PATH", "/app/data/shared.db");
        Map<String, String> named = Map.of("CORRELATION_CACHE_DB", "/tmp/cache.db");

        // Then
        assertThat(valid(beside).correlationCache()).isEqualTo(Path.of("/app/data/correlation_cache.db"));
        assertThat(valid(named).correlationCache()).isEqualTo(Path.of("/tmp/cache.db"));
    }

    @Test
    void whatWasMinedLiesInTheDataFolder() {
        // Given
        Map<String, String> environment = Map.of("HOMEIQ_DATA", "/var/lib/homeiq", "DATABASE_PATH", "/srv/shared.db");

        // Then
        assertThat(valid(environment).minerMemory()).isEqualTo(Path.of("/var/lib/homeiq/miner_memory.bin"));
    }

    @Test
    void aBrokerIsNamedByAddressOrByHostAlone() {
        assertThat(valid(Map.of("MQTT_BROKER", "mosquitto")).broker())
                .isEqualTo(new BrokerSettings.External("mosquitto", 1883, false, null, null));
        assertThat(valid(Map.of("MQTT_BROKER", "mqtts://box", "MQTT_USERNAME", "me", "MQTT_PASSWORD", "pw"))
                        .broker())
                .isEqualTo(new BrokerSettings.External("box", 8883, true, "me", new Secret("pw")));
        assertThat(valid(Map.of("MQTT_BROKER", "tcp://box:1999")).broker().port())
                .isEqualTo(1999);
    }

    @Test
    void aPortThatIsNamedTwiceMustBeTheSame() {
        assertThat(faults(Map.of("MQTT_BROKER", "mqtt://me:hidden@box:1884", "MQTT_PORT", "1883")))
                .containsExactly("MQTT_BROKER names port 1884 but MQTT_PORT=1883 another one: leave MQTT_PORT out, or"
                        + " give both the same");
        assertThat(valid(Map.of("MQTT_BROKER", "mqtt://box:1884", "MQTT_PORT", "1884"))
                        .broker()
                        .port())
                .isEqualTo(1884);
        assertThat(valid(Map.of("MQTT_BROKER", "mqtt://box", "MQTT_PORT", "1884"))
                        .broker()
                        .port())
                .isEqualTo(1884);
        assertThat(valid(Map.of("MQTT_BROKER", "mqtts://box:8884", "MQTT_PORT", ""))
                        .broker()
                        .port())
                .isEqualTo(8884);
    }

    @Test
    void twoServicesCannotShareAPort() {
        assertThat(faults(Map.of("HOMEIQ_QUERY_PORT", "8006")))
                .singleElement()
                .asString()
                .startsWith("HOMEIQ_QUERY_PORT=8006 is another service's port");
    }

    @Test
    void noSecretIsEverShown() {
        // Given
        Map<String, String> environment = Map.of(
                "HA_URL", "http://ha:8123",
                "HA_TOKEN", "very-secret-token",
                "MQTT_BROKER", "mqtt://user:hidden-password@box:99999999",
                "HOMEIQ_API_KEY", "secret-key-of-some-length");

        // When
        Outcome outcome = SettingsReader.read(environment);

        // Then
        assertThat(outcome.toString()).doesNotContain("very-secret", "hidden-password", "secret-key");
    }

    private static Settings valid(Map<String, String> environment) {
        assertThat(SettingsReader.read(environment)).isInstanceOf(Outcome.Valid.class);
        return ((Outcome.Valid) SettingsReader.read(environment)).settings();
    }

    private static List<String> faults(Map<String, String> environment) {
        assertThat(SettingsReader.read(environment)).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid) SettingsReader.read(environment)).faults();
    }
}
