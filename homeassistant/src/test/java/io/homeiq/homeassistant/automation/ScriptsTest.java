package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conflict.Conflict;
import io.homeiq.mining.safety.conflict.Conflicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as homes keep them, and what an automation does by calling one. */
class ScriptsTest {

    private static final String DARK = "sequence: [{action: light.turn_off, target: {entity_id: light.hall}}]";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scripts.yaml        | dark: {%s}",
                "package.yaml        | script: {dark: {%s}}",
                "configuration.yaml  | script: !include kept/dark.yaml",
                "configuration.yaml  | script: !include_dir_merge_named kept",
                "configuration.yaml  | script: !include_dir_named alone"
            })
    void areReadWhereverTheyStand(String name, String text) throws IOException {
        // Given
        file("kept/dark.yaml", "dark:\n  " + DARK + "\n");
        file("alone/dark.yaml", DARK + "\n");

        // When
        Scripts scripts = Scripts.read(file(name, text.formatted(DARK)));

        // Then
        assertThat(scripts.byName()).containsOnlyKeys("dark");
        assertThat(scripts.sequence("dark")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- alias: an automation", "light: {platform: group}", "{", "dark: 1"})
    void aFileWithoutAnyGivesNone(String text) throws IOException {
        assertThat(Scripts.read(file("some.yaml", text)).byName()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Scripts.read(folder.resolve("none.yaml")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "script.dark, , true",
        "script.turn_on, script.dark, true",
        "script.toggle, script.dark, true",
        "homeassistant.turn_on, script.dark, true",
        "script.turn_off, script.dark, false",
        "script.other, , false"
    })
    void whatTheyDoIsDoneByWhoeverCallsThem(String service, @Nullable String target, boolean isDark) {
        // Given
        Scripts scripts = new Scripts(Map.of("dark", script(DARK)));

        // When
        List<Deed> deeds = deeds(service, target, scripts);

        // Then
        assertThat(deeds.stream().anyMatch(deed -> deed.targets().entities().contains(new EntityId("light.hall"))))
                .isEqualTo(isDark);
    }

    @Test
    void oneThatCallsItselfIsFollowedOnce() {
        // Given
        Scripts scripts =
                new Scripts(Map.of("dark", script("sequence: [{action: script.dark}, {action: light.turn_off}]")));

        // When
        List<Deed> deeds = deeds("script.dark", null, scripts);

        // Then
        assertThat(deeds).extracting(Deed::name).containsExactly("script.dark", "script.dark", "light.turn_off");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', DUPLICATE",
        "', data: {message: one}', ', data: {message: one}', DUPLICATE",
        "', data: {message: one}', ', data: {message: two}', NONE"
    })
    void twoScriptsThatDoTheSameAreTheSameUnlessTheyAreToldSomethingElse(String told, String other, String expected) {
        // Given
        Verbatim saying = script("sequence: [{action: notify.ann, data: {message: '{{ message }}'}}]");
        String yaml = """
                - {alias: a, triggers: [{trigger: time, at: '07:00:00'}], actions: [{action: script.one%s}]}
                - {alias: b, triggers: [{trigger: time, at: '07:00:00'}], actions: [{action: script.one%s}]}
                """.formatted(told, other);

        // When
        List<Conflict> conflicts = new Conflicts(HomeRegistry.EMPTY)
                .among(new ConductReader(HomeRegistry.EMPTY, new Scripts(Map.of("one", saying)))
                        .readAll(AutomationYaml.read(yaml)));

        // Then
        assertThat(conflicts.stream()
                        .map(conflict -> conflict.kind().name())
                        .findFirst()
                        .orElse("NONE"))
                .isEqualTo(expected);
    }

    private static Verbatim script(String yaml) {
        YamlReader reader = new YamlReader();
        return new Verbatim(AutomationTree.keyedByText(
                (Map<?, ?>) reader.tree(reader.compose(yaml).orElseThrow())));
    }

    private static List<Deed> deeds(String service, @Nullable String target, Scripts scripts) {
        String where = target == null ? "" : ", target: {entity_id: " + target + "}";
        String yaml = "- {alias: a, triggers: [{trigger: time, at: '07:00:00'}], actions: [{action: " + service + where
                + "}]}";
        return new ConductReader(HomeRegistry.EMPTY, scripts)
                .read(AutomationYaml.read(yaml).getFirst())
                .deeds();
    }
}
