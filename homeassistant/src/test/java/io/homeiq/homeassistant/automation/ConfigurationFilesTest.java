package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.Automation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automations where homes keep them: in one file, in many, in packages, and in YAML of every taste. */
// Ends of lines and marks matter here, which text blocks hide.
@SuppressWarnings("StringConcatToTextBlock")
class ConfigurationFilesTest {

    private static final String BODY =
            "triggers: [{trigger: time, at: '07:00:00'}]\nactions: [{action: light.turn_on}]\n";

    @TempDir
    private Path folder;

    private final List<String> broken = new ArrayList<>();

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> names(String file) {
        return AutomationYaml.read(folder.resolve(file), any -> broken.add(any.message())).stream()
                .map(Automation::alias)
                .toList();
    }

    private static String automation(String alias) {
        return "alias: " + alias + "\n" + BODY;
    }

    private static String listed(String alias) {
        return "- " + automation(alias).replace("\n", "\n  ").stripTrailing() + "\n";
    }

    @Test
    void followsWhatAConfigurationIncludes() throws IOException {
        // Given
        file("configuration.yaml", """
            homeassistant:
              packages:
                inline:
                  automation:
                    - alias: inline
                      trigger: {platform: time, at: '07:00:00'}
                      action: {service: light.turn_on}
                file: !include packages/one.yaml
            automation: !include automations.yaml
            automation old: !include_dir_merge_list automation
            automation manual: !include_dir_list single
            automation none: []
            script: !include scripts.yaml
            """);
        file("automations.yaml", listed("ui one") + listed("ui two"));
        file("automation/a/deep.yaml", listed("deep"));
        file("automation/b.yaml", listed("merged"));
        file("automation/.hidden.yaml", listed("hidden"));
        file("single/one.yaml", automation("single"));
        file("packages/one.yaml", "automation:\n" + listed("packed"));

        // When
        List<String> names = names("configuration.yaml");

        // Then
        assertThat(names).containsExactly("inline", "packed", "ui one", "ui two", "deep", "merged", "single");
        assertThat(broken).isEmpty();
    }

    @Test
    void readsAFolderOfPackages() throws IOException {
        // Given
        file("configuration.yaml", "homeassistant:\n  packages: !include_dir_named packages\n");
        file("packages/a.yaml", "automation:\n" + listed("first"));
        file("packages/b.yaml", "automation b:\n" + listed("second") + "light: []\n");

        // When
        List<String> names = names("configuration.yaml");

        // Then
        assertThat(names).containsExactly("first", "second");
    }

    @Test
    void doesNotRunInCirclesAndSaysWhatIsMissing() throws IOException {
        // Given
        file("configuration.yaml", "automation: !include configuration.yaml\nautomation b: !include gone.yaml\n");

        // When
        List<String> names = names("configuration.yaml");

        // Then
        assertThat(names).isEmpty();
        assertThat(broken).singleElement().asString().contains("gone.yaml", "no such file");
    }

    @Test
    void readsEachFileOnceOverSeveralReadings() throws IOException {
        // Given
        file("automations.yaml", listed("once"));
        file("configuration.yaml", "automation: !include automations.yaml\n");
        Set<Path> seen = new HashSet<>();

        // When
        int first = AutomationYaml.read(folder.resolve("automations.yaml"), any -> {}, seen)
                .size();
        int second = AutomationYaml.read(folder.resolve("configuration.yaml"), any -> {}, seen)
                .size();

        // Then
        assertThat(List.of(first, second)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF- alias: Ä ö 灯 🏠\n"
                        + "  trigger: {platform: state, entity_id: light.a, to: on}\n"
                        + "  action: {service: light.turn_on}",
                "- alias: crlf\r\n"
                        + "  trigger:\r\n"
                        + "  - platform: time\r\n"
                        + "    at: 17:30:00\r\n"
                        + "  action:\r\n"
                        + "  - service: light.turn_on\r\n",
                "- alias: twice\n"
                        + "  alias: twice again\n"
                        + "  trigger: []\n"
                        + "  trigger: {platform: time, at: '1:00'}\n"
                        + "  action: []",
                "- &base\n"
                        + "  alias: anchor\n"
                        + "  trigger: {platform: sun, event: sunset}\n"
                        + "  action: {service: light.turn_on}\n"
                        + "- <<: *base\n"
                        + "  alias: merged",
                "- alias: octal\n"
                        + "  trigger: {platform: numeric_state, entity_id: sensor.a, above: 010}\n"
                        + "  action: {delay: 1:30:00}",
                "- alias: words\n"
                        + "  trigger: {platform: state, entity_id: light.a, from: off, to: yes}\n"
                        + "  action: {service: light.turn_on, data: {flash: no}}",
                "- alias: tabs\t\n"
                        + "  trigger: {platform: time, at: '07:00'}\t\n"
                        + "  action: {service: notify.me, data: {message: \"a\\tb\"}}\t# a\tcomment",
                "automation old:\n  alias: one\n  trigger: {platform: time, at: '07:00'}\n  action: {scene: scene.a}",
                "automation manual: []\n"
                        + "automation ui:\n"
                        + "- alias: two\n"
                        + "  triggers: [{triggers: [{trigger: sun, event: sunrise}]}]\n"
                        + "  actions: [{action: light.turn_on}]",
                "- alias: old templates\n"
                        + "  trigger: {platform: template, value_template: '{{ true }}'}\n"
                        + "  action: {service_template: 'light.turn_{{ 1 }}', data_template: {entity_id: light.a}}",
                "- alias: both targets\n"
                        + "  trigger: {platform: time, at: '07:00'}\n"
                        + "  action: {service: light.turn_on, entity_id: light.a, target: {entity_id: light.b}}",
                "- alias: shorthand\n"
                        + "  trigger: {platform: time, at: '07:00'}\n"
                        + "  condition: ['{{ a }}', {or: [{condition: state, entity_id: a.b, state: 'on'}, '{{ b }}']},"
                        + " {not: '{{ c }}'}]\n"
                        + "  action: []",
                "- alias: purpose\n"
                        + "  triggers: [{trigger: motion.detected, target: {area_id: hall}, options: {behavior: each, for:"
                        + " '00:00:30'}}]\n"
                        + "  actions: [{action: light.turn_on}]",
                "- alias: sets\n"
                        + "  trigger: {platform: time, at: '07:00'}\n"
                        + "  action: {service: light.turn_on, data: {rgb_color: [1, 2, 3], x: 1_000, y: 0x1F, z: .inf, d:"
                        + " 2026-03-01}}",
                "- alias: 1234\n"
                        + "  id: 0123\n"
                        + "  trigger: {platform: time, at: '07:00'}\n"
                        + "  action: {service: light.turn_on}",
                "- alias: folded\n"
                        + "  trigger: {platform: time, at: '07:00'}\n"
                        + "  condition: >\n"
                        + "    {{ is_state('light.a',\n"
                        + "       'on') }}\n"
                        + "  action: {service: light.turn_on}",
                "- alias: secret\n"
                        + "  trigger: {platform: webhook, webhook_id: !secret hook}\n"
                        + "  action: !include actions.yaml"
            })
    void readsYamlOfEveryTasteAndReadsBackEqualWhatItWrites(String yaml) {
        // When
        List<Automation> automations = AutomationYaml.read(yaml, any -> broken.add(any.message()));
        String written = AutomationYaml.write(automations);

        // Then
        assertThat(broken).isEmpty();
        assertThat(automations).isNotEmpty();
        assertThat(AutomationYaml.read(written)).isEqualTo(automations);
        assertThat(AutomationYaml.write(AutomationYaml.read(written))).isEqualTo(written);
    }

    @Test
    void readsTenThousandLines() {
        // Given
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            yaml.append(listed("number " + i));
        }

        // When
        List<Automation> automations = AutomationYaml.read(yaml.toString());

        // Then
        assertThat(automations).hasSize(3_000);
        assertThat(AutomationYaml.read(AutomationYaml.write(automations))).isEqualTo(automations);
    }

    @Test
    void oneBadEntryIsToldAndTheOthersAreRead() {
        // When
        List<Automation> automations = AutomationYaml.read(
                listed("good") + "- alias: bad\n  trigger:\n\t- platform: time\n" + listed("good too"),
                any -> broken.add(any.message()));

        // Then
        assertThat(automations).extracting(Automation::alias).containsExactly("good", "good too");
        assertThat(broken).singleElement().asString().contains("line 4");
    }
}
