package io.homeiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surprises in the numeric state trigger of Home Assistant. */
class NumericStateTriggerTest {

    private static LittleHome above(double bound, Map<String, Object> more) {
        Map<String, Object> trigger =
                new HashMap<>(Map.of("trigger", "numeric_state", "entity_id", "sensor.t", "above", bound));
        trigger.putAll(more);
        return new LittleHome().with("triggers", List.of(trigger));
    }

    @Test
    void boundsAreStrict() {
        assertThat(above(20, Map.of())
                        .has("sensor.t", "19")
                        .at(1, "sensor.t", "20")
                        .at(2, "sensor.t", "20.1")
                        .fired())
                .containsExactly(2.0);
    }

    @Test
    void jumpingOverABandDoesNotFire() {
        assertThat(above(20, Map.of("below", 22))
                        .has("sensor.t", "19")
                        .at(1, "sensor.t", "25")
                        .at(2, "sensor.t", "21")
                        .fired())
                .containsExactly(2.0);
    }

    @Test
    void unavailableArmsItAndRemovalDoesNot() {
        // Given
        LittleHome home = above(20, Map.of())
                .has("sensor.t", "19")
                .at(1, "sensor.t", "21")
                .at(2, "sensor.t", null)
                .at(3, "sensor.t", "21")
                .at(4, "sensor.t", "unavailable")
                .at(5, "sensor.t", "21");

        // When, Then
        assertThat(home.fired()).containsExactly(1.0, 5.0);
    }

    @Test
    void whatIsNoNumberNeitherArmsNorDisarmsButEndsFor() {
        // Given
        LittleHome plain = above(20, Map.of())
                .has("sensor.t", "19")
                .at(1, "sensor.t", "oops")
                .at(2, "sensor.t", "21")
                .at(3, "sensor.t", "oops")
                .at(4, "sensor.t", "21");
        LittleHome held = above(20, Map.of("for", 60))
                .has("sensor.t", "19")
                .at(1, "sensor.t", "21")
                .at(2, "sensor.t", "oops")
                .at(3, "sensor.t", "21");

        // When, Then
        assertThat(plain.fired()).containsExactly(2.0);
        assertThat(held.fired()).isEmpty();
    }

    @Test
    void isNotArmedByWhatIsMissingAtTheStart() {
        assertThat(above(20, Map.of()).at(1, "sensor.t", "21").fired()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2", " 25 ", "1_00", "inf", "nan", "٢٥"})
    void takesEveryNumberThatPythonTakes(String number) {
        assertThat(above(20, Map.of())
                        .has("sensor.t", "19")
                        .at(1, "sensor.t", number)
                        .fired())
                .containsExactly(1.0);
    }

    @Test
    void refusesABandInWhichNothingLies() {
        assertThat(above(5, Map.of("below", 3)).ask()).isInstanceOf(Answer.Refused.class);
    }
}
