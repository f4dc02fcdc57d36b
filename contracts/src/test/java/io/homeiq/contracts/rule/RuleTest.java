package io.homeiq.contracts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.EntityId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Trigger MORNING = TimeTrigger.at(LocalTime.of(6, 45));
    private static final Action ON = CallService.of("light", "turn_on", LAMP);

    @Test
    void needsATriggerAndAnAction() {
        assertThat(new Rule(List.of(MORNING), List.of(), List.of(ON)).conditions())
                .isEmpty();
        refused(() -> new Rule(List.of(), List.of(), List.of(ON)));
        refused(() -> new Rule(List.of(MORNING), List.of(), List.of()));
    }

    @Test
    void isTransparentOnlyIfEveryPartIs() {
        Condition deep =
                new AllOf(List.of(new NoneOf(List.of(new AnyOf(List.of(new OpaqueCondition(Verbatim.EMPTY)))))));
        Condition clear = new AllOf(List.of(new NoneOf(List.of(StateCondition.of(LAMP, "on")))));

        assertThat(new Rule(List.of(MORNING), List.of(clear), List.of(ON)).isTransparent())
                .isTrue();
        assertThat(new Rule(List.of(MORNING), List.of(clear, deep), List.of(ON)).isTransparent())
                .isFalse();
        assertThat(new Rule(List.of(new OpaqueTrigger(Verbatim.EMPTY)), List.of(), List.of(ON)).isTransparent())
                .isFalse();
        assertThat(new Rule(List.of(MORNING), List.of(), List.of(ON, new OpaqueAction(Verbatim.EMPTY))).isTransparent())
                .isFalse();
    }

    @Test
    void triggersRefuseWhatCannotBe() {
        Duration negative = Duration.ofSeconds(-1);
        refused(() -> new StateTrigger(List.of(), List.of(), List.of(), Duration.ZERO));
        refused(() -> new StateTrigger(List.of(LAMP), List.of(), List.of(), negative));
        refused(() -> new NumericStateTrigger(List.of(LAMP), null, null, null, Duration.ZERO));
        refused(() -> new NumericStateTrigger(List.of(LAMP), null, Double.NaN, null, Duration.ZERO));
        refused(() -> new NumericStateTrigger(List.of(LAMP), null, null, Double.POSITIVE_INFINITY, Duration.ZERO));
        refused(() -> new TimeTrigger(List.of()));
        refused(() -> TimeTrigger.at(LocalTime.of(6, 45, 0, 1)));
    }

    @Test
    void conditionsRefuseWhatCannotBe() {
        refused(() -> new StateCondition(List.of(LAMP), List.of(), Duration.ZERO));
        refused(() -> new NumericStateCondition(List.of(LAMP), null, null, null));
        refused(() -> new NumericStateCondition(List.of(LAMP), null, null, Double.NaN));
        refused(() -> new TimeCondition(null, null, Set.of()));
        refused(() -> new TimeCondition(LocalTime.of(1, 0, 0, 1), null, Set.of()));
        refused(() -> new SunCondition(null, null, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void actionsRefuseWhatCannotBe() {
        refused(() -> new Delay(Duration.ofSeconds(-1)));
        refused(() -> new CallService("", "turn_on", List.of(), Verbatim.EMPTY));
        refused(() -> new CallService("light", "", List.of(), Verbatim.EMPTY));
    }

    @Test
    void weekdaysAreInTheOrderOfTheWeek() {
        assertThat(TimeCondition.on(EnumSet.allOf(DayOfWeek.class)).weekdays()).containsExactly(DayOfWeek.values());
    }

    @Test
    void ourAutomationsAreKnownByTheirId() {
        Rule rule = new Rule(List.of(MORNING), List.of(), List.of(ON));

        assertThat(new Automation("homeiq_s_1", "", "", rule, RunMode.SINGLE, Verbatim.EMPTY).isOurs())
                .isTrue();
        assertThat(new Automation("1700000000000", "", "", rule, RunMode.SINGLE, Verbatim.EMPTY).isOurs())
                .isFalse();
    }

    private static void refused(Runnable build) {
        assertThatThrownBy(build::run).isInstanceOf(IllegalArgumentException.class);
    }
}
