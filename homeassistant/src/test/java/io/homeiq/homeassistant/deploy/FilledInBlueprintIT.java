package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.Await;
import org.junit.jupiter.api.Test;

/** An automation that somebody wrote with a blueprint is seen as Home Assistant would run it. */
class FilledInBlueprintIT extends WithTargetHome {

    private static Automation written(String inputs) {
        return AutomationYaml.read("""
                - id: with_blueprint
                  alias: With a blueprint
                  use_blueprint: {path: homeassistant/motion_light.yaml, input: {%s}}
                """.formatted(inputs)).getFirst();
    }

    @Test
    void saysWhatTheBlueprintDoesUnderItsOwnName() {
        // Given
        Automation automation =
                written("motion_entity: " + MOTION + ", light_target: {entity_id: " + LIGHT + "}, no_motion_wait: 60");

        // When
        Automation whole = Await.result(deployer.filledIn(automation));

        // Then
        assertThat(whole.id()).isEqualTo("with_blueprint");
        assertThat(whole.alias()).isEqualTo("With a blueprint");
        assertThat(whole.mode()).isEqualTo(RunMode.RESTART);
        assertThat(whole.extras().tree()).doesNotContainKey("use_blueprint");
        assertThat(whole.rule().toString()).contains(MOTION.value(), LIGHT.value(), "turn_off");
    }

    @Test
    void staysAsItIsWhereAnInputIsMissing() {
        // Given
        Automation automation = written("no_motion_wait: 60");

        // When
        Automation whole = Await.result(deployer.filledIn(automation));

        // Then
        assertThat(whole).isEqualTo(automation);
    }

    @Test
    void staysAsItIsWithoutABlueprint() {
        // Given
        Automation automation = AutomationYaml.read("""
                - alias: Plain
                  triggers: [{trigger: time, at: "07:00:00"}]
                  actions: [{action: light.turn_on, target: {entity_id: light.kitchen_light}}]
                """).getFirst();

        // When
        Automation whole = Await.result(deployer.filledIn(automation));

        // Then
        assertThat(whole).isEqualTo(automation);
    }
}
