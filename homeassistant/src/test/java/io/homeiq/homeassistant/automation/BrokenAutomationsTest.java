package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and entries that are no automations. */
class BrokenAutomationsTest {

    @Test
    void readsTheOthersBesideBrokenEntries() {
        // Given
        String yaml = """
                - {alias: Good, trigger: [], action: []}
                - just text
                - {alias: Two spellings, trigger: [], triggers: [], action: []}
                - alias: No mode
                  mode: sometimes
                  trigger: []
                  action: []
                - {alias: Empty}
                - {alias: Text for an action, triggers: [], actions: [turn on]}
                - {alias: Endless, triggers: &loop [*loop], actions: []}
                - {alias: Also good, trigger: [], action: []}
                """;
        List<BrokenAutomation> broken = new ArrayList<>();

        // When
        List<Automation> automations = AutomationYaml.read(yaml, broken::add);

        // Then
        assertThat(automations).extracting(Automation::alias).containsExactly("Good", "Also good");
        assertThat(broken)
                .extracting(BrokenAutomation::message)
                .containsExactly(
                        "automation without a name (line 2): is not a mapping",
                        "automation \"Two spellings\" (line 3): has both triggers and trigger; keep triggers",
                        "automation \"No mode\" (line 4): its mode is none of single, restart, queued, parallel: sometimes",
                        "automation \"Empty\" (line 8): has neither triggers nor actions",
                        "automation \"Text for an action\" (line 9): its action is not a mapping: turn on",
                        "automation without a name (line 10): is nested too deep or too large");
    }

    @Test
    void readsTheOthersBesideAnEntryThatIsNoYaml() {
        // Given
        String yaml = """
                # ours
                - {alias: Good, trigger: [], action: []}
                - alias: "never closed
                  trigger: []
                - {alias: Also good, trigger: [], action: []}
                """;
        List<BrokenAutomation> broken = new ArrayList<>();

        // When
        List<Automation> automations = AutomationYaml.read(yaml, broken::add);

        // Then
        assertThat(automations).extracting(Automation::alias).containsExactly("Good", "Also good");
        assertThat(broken).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(3);
            assertThat(entry.reason()).startsWith("no YAML, line ").doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "a: b: c", "\"text\n", "- {alias: x", "text"})
    void tellsOfAFileThatIsNoYaml(String yaml) {
        // When / Then
        assertThatThrownBy(() -> AutomationYaml.read(yaml))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("automations: no ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void isNotDrownedByAliasesOfAliases() {
        // Given
        StringBuilder yaml = new StringBuilder("- alias: Bomb\n  trigger: []\n  action: []\n  variables:\n");
        yaml.append("    a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("    a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        List<BrokenAutomation> broken = new ArrayList<>();

        // When
        AutomationYaml.read(yaml.toString(), broken::add);

        // Then
        assertThat(broken)
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).contains("too large"));
    }

    @Test
    void tellsOfFilesThatCannotBeRead(@TempDir Path folder) throws Exception {
        // Given
        Path latin =
                Files.write(folder.resolve("latin.yaml"), "- alias: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = folder.resolve("missing.yaml");

        // When / Then
        assertThatThrownBy(() -> AutomationYaml.read(missing))
                .isInstanceOf(SourceException.class)
                .hasMessage(missing + ": no such file; check the path");
        assertThatThrownBy(() -> AutomationYaml.read(folder))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder + ": a folder; name the files in it one by one");
        assertThatThrownBy(() -> AutomationYaml.read(latin))
                .isInstanceOf(SourceException.class)
                .hasMessage(latin + ": the text is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing here",
                "[]",
                "script: {}",
                "blueprint: {name: x}\ntrigger: []\naction: []",
                "hall: {sequence: [{action: light.turn_on}]}"
            })
    void findsNothingWhereThereIsNothing(String yaml) {
        // When / Then
        assertThat(AutomationYaml.read(yaml)).isEmpty();
    }
}
