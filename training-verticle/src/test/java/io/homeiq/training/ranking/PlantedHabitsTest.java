package io.homeiq.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.PlantedRoutine;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedHabitsTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final EntityId DOOR = new EntityId("binary_sensor.door");
    private static final EntityId WINDOW = new EntityId("binary_sensor.window");

    private final PlantedHabits planted = new PlantedHabits(List.of(
            routine(rule(TimeTrigger.at(LocalTime.of(23, 58)), "turn_off", LAMP)),
            routine(rule(StateTrigger.of(DOOR, "off", "on"), "turn_on", LAMP))));

    @Test
    void recognizesAHabitByTheClockWithinTenMinutesAlsoAcrossMidnight() {
        assertThat(planted.contain(rule(TimeTrigger.at(LocalTime.of(0, 7)), "turn_off", LAMP)))
                .isTrue();
        assertThat(planted.contain(rule(TimeTrigger.at(LocalTime.of(0, 9)), "turn_off", LAMP)))
                .isFalse();
    }

    @Test
    void recognizesAHabitUponSomethingByWhatItFollows() {
        assertThat(planted.contain(rule(StateTrigger.of(DOOR, "off", "on"), "turn_on", LAMP)))
                .isTrue();
        assertThat(planted.contain(rule(StateTrigger.of(DOOR, "on", "off"), "turn_on", LAMP)))
                .isFalse();
        assertThat(planted.contain(rule(StateTrigger.of(WINDOW, "off", "on"), "turn_on", LAMP)))
                .isFalse();
    }

    @Test
    void somethingElseDoneIsAnotherHabit() {
        assertThat(planted.contain(rule(TimeTrigger.at(LocalTime.of(23, 58)), "turn_on", LAMP)))
                .isFalse();
        assertThat(planted.contain(rule(TimeTrigger.at(LocalTime.of(23, 58)), "turn_off", new EntityId("light.porch"))))
                .isFalse();
    }

    private static Rule rule(Trigger trigger, String service, EntityId entity) {
        return new Rule(List.of(trigger), List.of(), List.of(CallService.of("light", service, entity)));
    }

    private static PlantedRoutine routine(Rule rule) {
        return new PlantedRoutine(
                "r",
                PatternKind.TIME_OF_DAY,
                "what they do",
                LAMP,
                "on",
                rule,
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                List.of());
    }
}
