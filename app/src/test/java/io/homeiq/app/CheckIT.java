package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** The command {@code check} over the files of a home. */
class CheckIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void home() throws IOException {
        Files.writeString(folder.resolve("configuration.yaml"), "automation: !include automations.yaml\n");
        Files.writeString(folder.resolve("automations.yaml"), """
            - alias: Welcome
              trigger: {platform: state, entity_id: person.ann, to: home}
              action: {service: light.turn_on, entity_id: light.hall}
            - alias: Music
              triggers: [{trigger: state, entity_id: light.hall, to: "on"}]
              actions: [{action: media_player.media_play, target: {entity_id: media_player.hall}}]
            """);
        Files.createDirectories(folder.resolve("packages"));
        Files.writeString(folder.resolve("packages/saving.yaml"), """
            automation saving:
              - alias: Saving
                triggers: [{trigger: state, entity_id: person.ann, from: not_home, to: home}]
                actions: [{action: light.turn_off, target: {entity_id: light.hall}}]
            """);
    }

    private CommandRun check(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", "--automations", folder.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments);
    }

    @Test
    void tellsConflictsAcrossFilesEachAutomationOnce() {
        // When
        CommandRun run = check().mustBeOk();

        // Then
        assertThat(run.out())
                .startsWith("3 automations, 2 conflicts: 1 opposite on trigger, 1 chain.")
                .contains("“Welcome” turns light.hall on and “Saving” turns light.hall off")
                .contains("in automations.yaml, packages/saving.yaml")
                .contains("“Welcome” turns light.hall on, which starts “Music”.");
    }

    @Test
    void looksIntoTheScriptsThatAutomationsCall() throws IOException {
        // Given
        Files.writeString(folder.resolve("scripts.yaml"), """
            all_off:
              alias: All off
              sequence:
                - condition: state
                  entity_id: input_boolean.guests
                  state: "off"
                - action: script.lamps_off
            lamps_off:
              sequence: [{action: light.turn_off, target: {entity_id: light.hall}}, {action: script.all_off}]
            """);
        Files.writeString(folder.resolve("packages/leaving.yaml"), """
            automation leaving:
              - alias: Tidy
                triggers: [{trigger: state, entity_id: person.ann, to: home}]
                actions: [{action: script.turn_on, target: {entity_id: script.all_off}}]
            """);

        // When
        CommandRun run = check().mustBeOk();

        // Then
        assertThat(run.out()).contains("“Welcome” turns light.hall on and “Tidy” turns light.hall off");
    }

    @Test
    void leavesOutInBriefWhatNobodyNeedsToDecide() {
        // When
        CommandRun run = check("--brief").mustBeOk();

        // Then
        assertThat(run.out())
                .contains("3 automations, 1 conflict: 1 opposite on trigger.")
                .doesNotContain("Music");
    }

    @Test
    void tellsTheSameAsJson() throws JsonProcessingException {
        // When
        JsonNode document =
                new ObjectMapper().readTree(check("--json").mustBeOk().out());

        // Then
        JsonNode first = document.path("conflicts").get(0);
        assertThat(document.path("automations").asInt()).isEqualTo(3);
        assertThat(first.path("kind").asText()).isEqualTo("opposite_on_trigger");
        assertThat(first.path("gravity").asText()).isEqualTo("ask");
        assertThat(first.path("entity").asText()).isEqualTo("light.hall");
        assertThat(first.path("automations").findValuesAsText("alias")).containsExactlyInAnyOrder("Welcome", "Saving");
    }

    @Test
    void showsWhereHistoryShowsIt() throws IOException {
        // Given
        Path events = folder.resolve("events.ndjson");
        Files.writeString(
                events,
                change("light.hall", "on", "off", 0)
                        + change("person.ann", "not_home", "home", 60)
                        + change("light.hall", "off", "on", 61));

        // When
        CommandRun run = check("--history", events.toString()).mustBeOk();

        // Then
        assertThat(run.out())
                .contains("2026-03-01 08:01:00  person.ann: not_home → home")
                .contains("2026-03-01 08:01:01  light.hall: off → on");
    }

    private static String change(String entity, String from, String to, int second) {
        String at = "2026-03-01T08:%02d:%02d.000000+00:00".formatted(second / 60, second % 60);
        return """
            {"event_type":"state_changed","data":{"entity_id":"%1$s","old_state":{"entity_id":"%1$s","state":"%2$s","attributes":{},"last_changed":"%4$s","last_updated":"%4$s","context":{"id":"c","parent_id":null,"user_id":null}},"new_state":{"entity_id":"%1$s","state":"%3$s","attributes":{},"last_changed":"%4$s","last_updated":"%4$s","context":{"id":"c","parent_id":null,"user_id":null}}},"origin":"LOCAL","time_fired":"%4$s","context":{"id":"c","parent_id":null,"user_id":null}}
            """.formatted(entity, from, to, at);
    }

    @Test
    void saysWhatCouldNotBeRead() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("packages/bad.yaml"),
                "automation:\n  - alias: odd\n    mode: sometimes\n    trigger: []\n");

        // When
        CommandRun run = check();

        // Then
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("packages/bad.yaml", "odd", "mode");
        assertThat(run.out()).startsWith("3 automations");
    }

    @Test
    void namesAMissingFile() {
        // When
        CommandRun run = CommandRun.of(
                List.of("check", "--automations", folder.resolve("none.yaml").toString()));

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none.yaml", "no such file");
    }
}
