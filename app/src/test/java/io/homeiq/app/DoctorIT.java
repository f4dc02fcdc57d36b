package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.testing.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq doctor} as people and scripts use it. */
class DoctorIT {

    @TempDir
    Path folder;

    @Test
    void allIsWellBeforeTheFirstStart() {
        // When
        CommandRun run = CommandRun.of(variables(), List.of("doctor"));

        // Then
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.matches("(good|remark) .*"));
        assertThat(run.out())
                .contains("settings", "data folder", "disk", "history", "database", "broker", "home assistant");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatMustBeMendedIsToldWithItsCure() throws IOException {
        // Given
        Map<String, String> variables = variables();
        variables.put("MQTT_BROKER", "127.0.0.1:" + variables.get("MQTT_PORT"));

        // When
        CommandRun run = CommandRun.of(variables, List.of("doctor", "--json"));

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.path("well").asBoolean(true)).isFalse();
        assertThat(answer.path("findings"))
                .filteredOn(finding -> finding.path("verdict").asText().equals("mend"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("check").asText()).isEqualTo("broker");
                    assertThat(finding.path("cure").asText()).contains("MQTT_BROKER");
                });
    }

    @Test
    void wrongSettingsEndItAtOnce() {
        // When
        CommandRun run = CommandRun.of(Map.of("HOMEIQ_BIND", "0.0.0.0"), List.of("doctor"));

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("HOMEIQ_API_KEY");
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("HOMEIQ_DATA", folder.toString());
        for (String role : List.of("DATA", "PATTERN", "TRAINING", "QUERY", "AUTOMATION")) {
            variables.put("HOMEIQ_" + role + "_PORT", Integer.toString(FreePort.find()));
        }
        variables.put("MQTT_PORT", Integer.toString(FreePort.find()));
        return variables;
    }
}
