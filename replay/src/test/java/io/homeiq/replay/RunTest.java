package io.homeiq.replay;

import static io.homeiq.replay.LittleHome.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.replay.device.Echo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modes, waiting, and what an automation does to itself. */
class RunTest {

    private static LittleHome motion(String mode, Object... actions) {
        return new LittleHome()
                .with("triggers", List.of(Map.of("trigger", "state", "entity_id", "binary_sensor.m", "to", "on")))
                .with("actions", List.of(actions))
                .with("mode", mode)
                .has("binary_sensor.m", "off")
                .has("light.hall", "off");
    }

    private static LittleHome twice(LittleHome home) {
        return home.at(10, "binary_sensor.m", "on")
                .at(12, "binary_sensor.m", "off")
                .at(20, "binary_sensor.m", "on");
    }

    private static final Map<String, Object> ON = call("light.turn_on", "light.hall");
    private static final Map<String, Object> OFF = call("light.turn_off", "light.hall");
    private static final Map<String, Object> HALF_A_MINUTE = Map.of("delay", 30);

    @Test
    void singleRejectsWhileItRuns() {
        // Given
        LittleHome home = twice(motion("single", ON, HALF_A_MINUTE, OFF));

        // When, Then
        assertThat(home.outcomes()).containsExactly(Outcome.RAN, Outcome.MODE_REJECTED);
        assertThat(home.calls()).containsExactly("10.0 light.turn_on", "40.0 light.turn_off");
    }

    @Test
    void restartForgetsWhatWaited() {
        assertThat(twice(motion("restart", ON, HALF_A_MINUTE, OFF)).calls())
                .containsExactly("10.0 light.turn_on", "20.0 light.turn_on", "50.0 light.turn_off");
    }

    @Test
    void aFailedConditionNeverRestarts() {
        // Given
        LittleHome home = twice(motion("restart", ON, HALF_A_MINUTE, OFF))
                .with("conditions", List.of(Map.of("condition", "state", "entity_id", "light.hall", "state", "off")));

        // When, Then
        assertThat(home.calls()).containsExactly("10.0 light.turn_on", "40.0 light.turn_off");
    }

    @Test
    void queuedRunsOneAfterTheOtherAndCountsTheRunningOne() {
        // Given
        LittleHome home = twice(motion("queued", ON, HALF_A_MINUTE, OFF)).with("max", 2L);
        home.at(22, "binary_sensor.m", "off").at(24, "binary_sensor.m", "on");

        // When, Then
        assertThat(home.outcomes()).containsExactly(Outcome.RAN, Outcome.RAN, Outcome.MODE_REJECTED);
        assertThat(home.calls())
                .containsExactly(
                        "10.0 light.turn_on", "40.0 light.turn_off", "40.0 light.turn_on", "70.0 light.turn_off");
    }

    @Test
    void parallelRunsAtTheSameTime() {
        assertThat(twice(motion("parallel", ON, HALF_A_MINUTE, OFF)).calls())
                .containsExactly(
                        "10.0 light.turn_on", "40.0 light.turn_off", "20.0 light.turn_on", "50.0 light.turn_off");
    }

    @Test
    void aConditionWithinAChoiceEndsOnlyThatChoice() {
        // Given
        Map<String, Object> never = Map.of("condition", "state", "entity_id", "light.hall", "state", "broken");
        Map<String, Object> choose =
                Map.of("choose", List.of(Map.of("conditions", List.of(), "sequence", List.of(never, ON))));

        // When, Then
        assertThat(motion("single", choose, OFF).at(10, "binary_sensor.m", "on").calls())
                .containsExactly("10.0 light.turn_off");
    }

    @Test
    void waitForTriggerGoesOnAfterItsTimeout() {
        // Given
        Map<String, Object> wait = Map.of(
                "wait_for_trigger",
                List.of(Map.of("trigger", "state", "entity_id", "binary_sensor.m", "to", "off")),
                "timeout",
                60);

        // When, Then
        assertThat(motion("single", wait, OFF).at(10, "binary_sensor.m", "on").calls())
                .containsExactly("70.0 light.turn_off");
        assertThat(motion("single", wait, OFF)
                        .at(10, "binary_sensor.m", "on")
                        .at(15, "binary_sensor.m", "off")
                        .calls())
                .containsExactly("15.0 light.turn_off");
    }

    @Test
    void parallelBranchesWaitForEachOther() {
        // Given
        Map<String, Object> parallel = Map.of("parallel", List.of(List.of(HALF_A_MINUTE, ON), Map.of("delay", 5)));

        // When, Then
        assertThat(motion("single", parallel, OFF)
                        .at(10, "binary_sensor.m", "on")
                        .calls())
                .containsExactly("40.0 light.turn_on", "40.0 light.turn_off");
    }

    @Test
    void repeatCountsAndStopEndsAll() {
        // Given
        Map<String, Object> repeat = Map.of("repeat", Map.of("count", 3, "sequence", List.of(ON, Map.of("delay", 1))));

        // When, Then
        assertThat(motion("single", repeat, Map.of("stop", "enough"), OFF)
                        .at(10, "binary_sensor.m", "on")
                        .calls())
                .containsExactly("10.0 light.turn_on", "11.0 light.turn_on", "12.0 light.turn_on");
    }

    @Test
    void whoChangesItsOwnTriggerRunsAgainIfAnEventStartedIt() {
        // Given
        LittleHome home = new LittleHome()
                .with(
                        "triggers",
                        List.of(Map.of("trigger", "state", "entity_id", "light.hall", "to", List.of("on", "off"))))
                .with("actions", List.of(OFF))
                .has("light.hall", "off")
                .at(5, "light.hall", "on");

        // When, Then
        assertThat(home.outcomes()).containsExactly(Outcome.RAN, Outcome.RAN);
        assertThat(home.echo(Echo.NONE).outcomes()).containsExactly(Outcome.RAN);
    }

    @Test
    void switchingItselfOffStopsTheRun() {
        // Given
        LittleHome home = motion("single", ON, call("automation.turn_off", "automation.lamp"), OFF)
                .with("alias", "Lamp");

        // When, Then
        assertThat(twice(home).calls()).containsExactly("10.0 light.turn_on", "10.0 automation.turn_off");
    }

    @Test
    void whatWaitsIsLostWhenHomeAssistantGoesDown() {
        // Given
        LittleHome home = motion("single", ON, HALF_A_MINUTE, OFF).at(10, "binary_sensor.m", "on");
        home.happens(new Happening.CoreStopped(home.time(20)))
                .happens(new Happening.CoreStarted(home.time(25)))
                .at(30, "binary_sensor.m", "off")
                .at(31, "binary_sensor.m", "on");

        // When, Then
        assertThat(home.calls()).containsExactly("10.0 light.turn_on", "31.0 light.turn_on", "61.0 light.turn_off");
    }

    @Test
    void whatIsNotSupportedEndsTheRunAndIsNamed() {
        // Given
        Map<String, Object> broken = Map.of("action", "{{ 'light.fly' }}");

        // When
        Firing firing = motion("single", ON, broken, OFF)
                .at(10, "binary_sensor.m", "on")
                .firings()
                .getFirst();

        // Then
        assertThat(firing.outcome()).isEqualTo(Outcome.RAN);
        assertThat(firing.calls()).hasSize(1);
        assertThat(firing.error()).startsWith("not supported: template");
    }
}
