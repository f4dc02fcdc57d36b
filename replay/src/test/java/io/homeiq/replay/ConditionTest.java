package io.homeiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What surprises in the conditions of Home Assistant. */
class ConditionTest {

    private static final Map<String, Object> MISSING = state("light.missing", "on");

    private static Map<String, Object> state(String entityId, String state) {
        return Map.of("condition", "state", "entity_id", entityId, "state", state);
    }

    private static Firing firing(Object... conditions) {
        LittleHome home = new LittleHome()
                .with("triggers", List.of(Map.of("trigger", "state", "entity_id", "light.a", "to", "on")))
                .with("conditions", List.of(conditions))
                .has("light.a", "off")
                .has("sensor.n", "unavailable")
                .has("sensor.word", "dark")
                .at(10, "light.a", "on");
        return home.firings().getFirst();
    }

    @Test
    void aMissingEntityIsFalseAlsoWithinNot() {
        assertThat(firing(Map.of("not", List.of(MISSING))).outcome()).isEqualTo(Outcome.CONDITION_FAILED);
    }

    @Test
    void aTrueBranchOfOrWinsOverAnError() {
        assertThat(firing(Map.of("or", List.of(MISSING, state("light.a", "on"))))
                        .outcome())
                .isEqualTo(Outcome.RAN);
    }

    @Test
    void theFirstThatFailedOrCouldNotBeToldIsReported() {
        assertThat(firing(state("light.a", "on"), MISSING, state("light.a", "off"))
                        .condition())
                .isEqualTo(1);
    }

    @Test
    void disabledOnesCountInPositions() {
        // Given
        Map<String, Object> disabled =
                Map.of("condition", "state", "entity_id", "light.a", "state", "off", "enabled", false);

        // When, Then
        assertThat(firing(disabled, state("light.a", "off")).condition()).isEqualTo(1);
        assertThat(firing(Map.of("or", List.of(disabled))).outcome()).isEqualTo(Outcome.CONDITION_FAILED);
    }

    @Test
    void unavailableIsPlainlyFalseAndAWordIsAnError() {
        // Given
        Map<String, Object> low = Map.of("condition", "numeric_state", "entity_id", "sensor.n", "below", 5);
        Map<String, Object> word = Map.of("condition", "numeric_state", "entity_id", "sensor.word", "below", 5);

        // When, Then
        assertThat(firing(Map.of("not", List.of(low))).outcome()).isEqualTo(Outcome.RAN);
        assertThat(firing(Map.of("not", List.of(word))).outcome()).isEqualTo(Outcome.CONDITION_FAILED);
    }

    @Test
    void ofATemplateOnlyTheTextTrueCounts() {
        // Given
        Map<String, Object> yes = Map.of("condition", "template", "value_template", "yes");
        Map<String, Object> truth = Map.of("condition", "template", "value_template", "TRUE");

        // When, Then
        assertThat(firing(yes).outcome()).isEqualTo(Outcome.CONDITION_FAILED);
        assertThat(firing(truth).outcome()).isEqualTo(Outcome.RAN);
    }

    @Test
    void whatIsNotSupportedIsNamedAndNotGuessed() {
        // Given
        Map<String, Object> light =
                Map.of("condition", "light.is_on", "target", Map.of("entity_id", "light.a"), "options", Map.of());

        // When
        Firing firing = firing(light);

        // Then
        assertThat(firing.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(firing.error()).isEqualTo("not supported: condition: light.is_on");
    }

    /** Nothing waits for the sensor, so its changes reach nobody; they count all the same when somebody looks. */
    @Test
    void whatNobodyHeardOfIsKnownWithTheTimeSinceWhen() {
        // Given
        Map<String, Object> held =
                Map.of("condition", "state", "entity_id", "Switch.Quiet", "state", "on", "for", Map.of("minutes", 10));
        LittleHome home = new LittleHome()
                .with("triggers", List.of(Map.of("trigger", "state", "entity_id", "light.a", "to", "on")))
                .with("conditions", List.of(held))
                .has("light.a", "off")
                .has("switch.quiet", "off")
                .at(10, "switch.quiet", "on")
                .at(300, "switch.quiet", "on", Map.of("power", 5))
                .at(560, "light.a", "on")
                .at(570, "light.a", "off")
                .at(611, "light.a", "on")
                .at(620, "light.a", "off")
                .at(630, "switch.quiet", null)
                .at(640, "light.a", "on");

        // When, Then
        assertThat(home.outcomes()).containsExactly(Outcome.CONDITION_FAILED, Outcome.RAN, Outcome.CONDITION_FAILED);
    }
}
