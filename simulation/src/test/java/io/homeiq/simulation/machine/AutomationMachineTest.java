package io.homeiq.simulation.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.simulation.house.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomationMachineTest {

    private static final Trigger MOTION = StateTrigger.of(new EntityId("binary_sensor.motion"), "off", "on");
    private static final Action LIGHT = Calls.dimmed("light.hall", 40);

    private final Workshop workshop = new Workshop()
            .with("light.hall", "off")
            .with("binary_sensor.motion", "off")
            .with("sensor.humidity", "50")
            .with("automation.test", "on");

    private AutomationMachine machine(Trigger trigger, List<Condition> conditions, Action... actions) {
        Rule rule = new Rule(List.of(trigger), conditions, List.of(actions));
        Automation automation = new Automation("1", "Test", "", rule, RunMode.RESTART, Verbatim.EMPTY);
        return new AutomationMachine(automation, workshop.world, workshop.mechanics, workshop.chance);
    }

    @Test
    void aRunThatAChangeStartedIsItsChild() {
        // Given
        machine(MOTION, List.of(), LIGHT);

        // When
        workshop.at(8, 0, "binary_sensor.motion", "on");
        workshop.runFor(Duration.ofHours(9));

        // Then
        StateChange motion = workshop.changesOf("binary_sensor.motion").getFirst();
        StateChange light = workshop.changesOf("light.hall").getFirst();
        AutomationTriggered run = workshop.all(AutomationTriggered.class).getFirst();
        assertThat(run.context().parentId()).isEqualTo(motion.context().id());
        assertThat(run.source()).isEqualTo("state of binary_sensor.motion");
        assertThat(light.context()).isEqualTo(run.context());
        assertThat(light.attributes().number("brightness")).isEqualTo(102);
        assertThat(workshop.all(ServiceCall.class).getFirst().data().number("brightness_pct"))
                .isEqualTo(40);
    }

    @Test
    void aRunThatTheClockStartedHasNoParent() {
        // Given
        AutomationMachine machine = machine(TimeTrigger.at(LocalTime.of(7, 30)), List.of(), LIGHT);

        // When
        workshop.plan(machine);
        workshop.runFor(Duration.ofHours(9));

        // Then
        assertThat(workshop.all(AutomationTriggered.class)).singleElement().satisfies(run -> {
            assertThat(run.context().parentId()).isNull();
            assertThat(run.context().userId()).isNull();
            assertThat(run.time()).hasToString("2026-01-05T07:30:00Z");
        });
    }

    @Test
    void aNewRunEndsTheOneThatWaits() {
        // Given
        machine(MOTION, List.of(), LIGHT, new Delay(Duration.ofMinutes(10)), Calls.off("light.hall"));

        // When
        workshop.at(8, 0, "binary_sensor.motion", "on");
        workshop.at(8, 1, "binary_sensor.motion", "off");
        workshop.at(8, 5, "binary_sensor.motion", "on");
        workshop.runFor(Duration.ofHours(9));

        // Then
        assertThat(workshop.changesOf("light.hall")).hasSize(2).last().satisfies(off -> {
            assertThat(off.after()).isEqualTo("off");
            assertThat(off.time())
                    .isBetween(Instant.parse("2026-01-05T08:15:00Z"), Instant.parse("2026-01-05T08:15:01Z"));
        });
    }

    @Test
    void runsOnlyWhileItsConditionsHold() {
        // Given
        machine(MOTION, List.of(new TimeCondition(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of())), LIGHT);

        // When
        workshop.at(5, 0, "binary_sensor.motion", "on");
        workshop.at(6, 0, "binary_sensor.motion", "off");
        workshop.at(12, 0, "binary_sensor.motion", "on");
        workshop.runFor(Duration.ofHours(13));

        // Then
        assertThat(workshop.all(AutomationTriggered.class))
                .singleElement()
                .satisfies(run -> assertThat(run.time()).hasToString("2026-01-05T05:00:00Z"));
    }

    @Test
    void aNumberMustCrossItsLimit() {
        // Given
        machine(
                new NumericStateTrigger(List.of(new EntityId("sensor.humidity")), null, 70.0, null, Duration.ZERO),
                List.of(),
                LIGHT);

        // When
        workshop.at(5, 0, "sensor.humidity", "69");
        workshop.at(6, 0, "sensor.humidity", "75");
        workshop.at(7, 0, "sensor.humidity", "80");
        workshop.runFor(Duration.ofHours(13));

        // Then
        assertThat(workshop.all(AutomationTriggered.class))
                .singleElement()
                .satisfies(run -> assertThat(run.source()).isEqualTo("numeric state of sensor.humidity"));
    }

    @Test
    void doesNotRunWhileHomeAssistantIsDown() {
        // Given
        AutomationMachine machine = machine(TimeTrigger.at(LocalTime.of(7, 30)), List.of(), LIGHT);
        workshop.plan(machine);

        // When
        workshop.world.stop();
        workshop.runFor(Duration.ofHours(9));

        // Then
        assertThat(workshop.world.state(new EntityId("light.hall"))).isEqualTo("off");
    }

    @Test
    void refusesWhatItCannotSimulate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine(new OpaqueTrigger(Verbatim.EMPTY), List.of(), LIGHT))
                .withMessageContaining("Test");
    }
}
