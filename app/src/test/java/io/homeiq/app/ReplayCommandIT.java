package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code replay} over files of a home. */
class ReplayCommandIT {

    private static final String HISTORY = """
            entity_id,state,last_changed
            binary_sensor.hall,off,2026-03-01T17:00:00.000Z
            light.hall,off,2026-03-01T17:00:01.000Z
            binary_sensor.hall,on,2026-03-01T18:00:00.000Z
            light.hall,on,2026-03-01T18:00:20.000Z
            light.hall,off,2026-03-01T18:30:00.000Z
            binary_sensor.hall,off,2026-03-01T18:40:00.000Z
            binary_sensor.hall,on,2026-03-01T19:00:00.000Z
            light.hall,off,2026-03-01T19:20:00.000Z
            binary_sensor.hall,off,2026-03-01T23:50:00.000Z
            binary_sensor.hall,on,2026-03-02T00:10:00.000Z
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void home() throws IOException {
        Files.writeString(folder.resolve("history.csv"), HISTORY);
        Files.writeString(folder.resolve("hall.yaml"), """
            - id: hall
              alias: Hall
              trigger: {platform: state, entity_id: binary_sensor.hall, from: "off", to: "on"}
              condition: {condition: time, before: "23:00:00", after: "06:00:00"}
              action: {service: light.turn_on, entity_id: light.hall}
            - id: wrong
              triggers: [{trigger: state, entity_id: binary_sensor.hall, to: on}]
              actions: [{action: light.turn_on, target: {entity_id: light.hall}}]
            """);
    }

    private CommandRun replay(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "replay",
                folder.resolve("history.csv").toString(),
                "--automation",
                folder.resolve("hall.yaml").toString(),
                "--time-zone",
                "UTC",
                "--quiet"));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments);
    }

    @Test
    void tellsWhenItWouldHaveFiredAndWhatPeopleDid() throws IOException {
        // When
        JsonNode answer = new ObjectMapper()
                .readTree(replay("--id", "hall", "--json").mustBeOk().out());

        // Then
        assertThat(answer.path("automation").asText()).isEqualTo("hall");
        assertThat(answer.path("firings")).hasSize(3);
        assertThat(answer.path("firings").path(2).path("outcome").asText()).isEqualTo("condition_failed");
        assertThat(answer.path("firings").path(2).path("condition").asInt()).isZero();
        assertThat(answer.path("summary").toString())
                .isEqualTo("{\"fired\":2,\"agreed\":1,\"unwanted\":1,\"missed\":0}");
    }

    @Test
    void printsATableAndWritesAPage() throws IOException {
        // Given
        Path page = folder.resolve("hall.html");

        // When
        CommandRun run = replay("--id", "Hall", "--html", page.toString()).mustBeOk();

        // Then
        assertThat(run.out())
                .contains("2026-03-01 18:00:00        0  ran                 agreed    light.turn_on light.hall")
                .contains("condition failed 0")
                .contains("3 times triggered; 2 ran; 1 times as people did around that time, 1 times alone");
        assertThat(Files.readString(page))
                .contains("What if: Hall", "class=\"agreed\"")
                .doesNotContain("http");
    }

    @Test
    void refusesWhatHomeAssistantRefuses() {
        // When
        CommandRun run = replay("--id", "wrong");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Home Assistant would not run this: trigger: expected str at to");
    }

    @Test
    void asksWhichAutomationIsMeant() {
        // When
        CommandRun run = replay();

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("2 automations fit; choose one with --id, of: hall, wrong");
    }

    @Test
    void answersCasesInTheirOrderAndSaysWhichLinesAreNone() throws IOException {
        // Given
        Path cases = folder.resolve("cases.ndjson");
        Files.writeString(cases, """
            {"id":"a","home":{"time_zone":"UTC"},"start":"2026-03-01T00:00:00Z","end":"2026-03-02T00:00:00Z","automation":{"triggers":[{"trigger":"time","at":"07:00"}],"actions":[]}}
            {"id":"b","start":"soon"}
            """);

        // When
        CommandRun run = CommandRun.of(List.of("replay", "--cases", cases.toString()));

        // Then
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out().lines().toList())
                .hasSize(2)
                .satisfies(
                        lines -> assertThat(lines.getFirst())
                                .isEqualTo(
                                        "{\"id\":\"a\",\"firings\":[{\"time\":\"2026-03-01T07:00:00.000000+00:00\","
                                                + "\"trigger\":0,\"outcome\":\"ran\",\"condition\":null,\"actions\":[]}],\"unsupported\":[]}"))
                .satisfies(lines -> assertThat(lines.getLast()).startsWith("{\"id\":\"b\",\"error\":"));
    }
}
