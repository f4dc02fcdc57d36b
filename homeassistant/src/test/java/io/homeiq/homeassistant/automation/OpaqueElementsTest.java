package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.RunMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rule model cannot say is kept as it was read. */
class OpaqueElementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{trigger: mqtt, topic: a/b}",
                "{trigger: state, entity_id: light.hall, to: \"on\", id: motion}",
                "{trigger: state, entity_id: light.hall, alias: a name}",
                "{trigger: state, entity_id: light.hall, to: null}",
                "{trigger: state, entity_id: light.hall, not_to: \"on\"}",
                "{trigger: state, entity_id: light.hall, attribute: brightness}",
                "{trigger: state, entity_id: light.hall, for: \"{{ x }}\"}",
                "{trigger: state, entity_id: light.hall, enabled: false}",
                "{trigger: state, entity_id: 0123456789abcdef0123456789abcdef}",
                "{trigger: numeric_state, entity_id: sensor.a, above: sensor.b}",
                "{trigger: numeric_state, entity_id: sensor.a, above: 1, value_template: \"{{ x }}\"}",
                "{trigger: numeric_state, entity_id: sensor.a}",
                "{trigger: time, at: input_datetime.wake}",
                "{trigger: time, at: 6:45:00}",
                "{trigger: time, at: \"24:00:00\"}",
                "{trigger: time, at: \"06:45:00\", weekday: [mon]}",
                "{trigger: sun, event: dusk}",
                "{trigger: light.turned_on, target: {area_id: hall}}",
                "{platform: state, trigger: state, entity_id: light.hall}"
            })
    void keepsTriggersThatSayMore(String trigger) {
        // Given
        String yaml = "- {triggers: [" + trigger + "], actions: [{action: light.turn_on}]}";

        // When
        Automation automation = AutomationYaml.read(yaml).getFirst();

        // Then
        assertThat(automation.rule().triggers()).singleElement().isInstanceOf(OpaqueTrigger.class);
        assertThat(AutomationYaml.read(AutomationYaml.write(List.of(automation))))
                .containsExactly(automation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{{ is_state('light.hall', 'on') }}\"",
                "{condition: template, value_template: \"{{ x }}\"}",
                "{condition: state, entity_id: light.hall, state: input_select.mode}",
                "{condition: state, entity_id: light.hall, state: \"on\", match: any}",
                "{condition: state, entity_id: light.hall, state: \"on\", attribute: x}",
                "{condition: trigger, id: motion}",
                "{condition: sun, before: sunset, after_offset: \"01:00:00\"}",
                "{condition: time, after: input_datetime.wake}",
                "{condition: and}",
                "{condition: and, conditions: [], alias: x}",
                "{or: [], alias: x}",
                "{condition: light.is_off, target: {area_id: hall}}",
                "!include conditions.yaml"
            })
    void keepsConditionsThatSayMore(String condition) {
        // Given
        String yaml = "- {triggers: [{trigger: time, at: \"06:00\"}], conditions: [" + condition
                + "], actions: [{action: light.turn_on}]}";

        // When
        Automation automation = AutomationYaml.read(yaml).getFirst();

        // Then
        assertThat(automation.rule().conditions()).singleElement().isInstanceOf(OpaqueCondition.class);
        assertThat(AutomationYaml.read(AutomationYaml.write(List.of(automation))))
                .containsExactly(automation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{action: light.turn_on, target: {area_id: hall}}",
                "{action: light.turn_on, target: {entity_id: light.hall, area_id: hall}}",
                "{action: light.turn_on, target: {entity_id: light.hall}, entity_id: light.kitchen}",
                "{action: light.turn_on, target: {entity_id: all}}",
                "{action: light.turn_on, data: {brightness: \"{{ x }}\"}}",
                "{action: light.turn_on, data: {code: !secret code}}",
                "{action: \"{{ x }}\"}",
                "{action: light.turn_on, alias: x}",
                "{action: light.turn_on, response_variable: x}",
                "{action: light.turn_on, enabled: false}",
                "{delay: \"{{ x }}\"}",
                "{delay: -5}",
                "{choose: []}",
                "{wait_template: \"{{ x }}\"}",
                "{event: x}",
                "!include action.yaml"
            })
    void keepsActionsThatSayMore(String action) {
        // Given
        String yaml = "- {triggers: [{trigger: time, at: \"06:00\"}], actions: [" + action + "]}";

        // When
        Automation automation = AutomationYaml.read(yaml).getFirst();

        // Then
        assertThat(automation.rule().actions()).singleElement().isInstanceOf(OpaqueAction.class);
        assertThat(AutomationYaml.read(AutomationYaml.write(List.of(automation))))
                .containsExactly(automation);
    }

    @Test
    void writesTagsAndKeysBackAsTheyWere() {
        // Given
        String yaml = """
                - alias: Doors
                  triggers: !include triggers.yaml
                  conditions: !include_dir_list conditions
                  actions:
                  - action: lock.lock
                    data:
                      code: !secret 'door_code'
                      1: one
                      on: true
                      2026-03-01: .inf
                  variables:
                    day: 2026-03-01
                """;

        // When
        String written = AutomationYaml.write(AutomationYaml.read(yaml));

        // Then
        assertThat(written).isEqualTo("""
                        - alias: Doors
                          triggers:
                          - triggers: !include 'triggers.yaml'
                          conditions:
                          - condition: and
                            conditions: !include_dir_list 'conditions'
                          actions:
                          - action: lock.lock
                            data:
                              code: !secret 'door_code'
                              1: one
                              !!bool 'on': true
                              !!timestamp '2026-03-01': .inf
                          mode: single
                          variables:
                            day: !!timestamp '2026-03-01'
                        """);
        assertThat(AutomationYaml.read(written)).isEqualTo(AutomationYaml.read(yaml));
    }

    @Test
    void keepsABlueprintAsItIs() {
        // Given
        String yaml = """
                - id: "17"
                  alias: Motion
                  use_blueprint:
                    path: homeassistant/motion_light.yaml
                    input:
                      motion_entity: binary_sensor.hall_motion
                  mode: restart
                """;

        // When
        Automation automation = AutomationYaml.read(yaml).getFirst();

        // Then
        assertThat(automation.rule().isTransparent()).isFalse();
        assertThat(automation.mode()).isEqualTo(RunMode.RESTART);
        assertThat(AutomationYaml.write(List.of(automation))).isEqualTo(yaml);
    }
}
