package io.homeiq.mining.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.attribution.Attributor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final EntityId DOOR = new EntityId("binary_sensor.door");
    private static final EntityId HEAT = new EntityId("sensor.heat");
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    private final Attributor attributor = new Attributor(HomeRegistry.EMPTY);
    private int contexts;
    private Trial trial = trial(rule(TimeTrigger.at(LocalTime.of(7, 0))));

    private static Rule rule(Trigger trigger) {
        return new Rule(List.of(trigger), List.of(), List.of(CallService.of("light", "turn_on", LAMP)));
    }

    private static Trial trial(Rule rule) {
        return Trial.of(rule, HomeRegistry.EMPTY, BEGIN).orElseThrow();
    }

    private void change(EntityId entity, String before, String after, String time) {
        contexts++;
        StateChange change = new StateChange(
                entity,
                before,
                after,
                Attributes.NONE,
                Instant.parse(time),
                new Context("context" + contexts, null, null));
        trial.accept(change, attributor.accept(change));
    }

    private Evidence evidenceAt(String time) {
        trial.passTo(Instant.parse(time).toEpochMilli());
        return trial.evidence();
    }

    private static void counts(Evidence evidence, int agreed, int unwanted, int missed) {
        assertThat(List.of(evidence.agreed(), evidence.unwanted(), evidence.missed()))
                .containsExactly(agreed, unwanted, missed);
    }

    @Test
    void anActAroundTheTimeAgreesAlsoBeforeIt() {
        change(LAMP, "off", "on", "2026-03-02T06:40:00Z");

        counts(evidenceAt("2026-03-02T12:00:00Z"), 1, 0, 0);
    }

    @Test
    void aFiringIsJudgedOnlyWhenNobodyCanAgreeAnyMore() {
        change(LAMP, "on", "off", "2026-03-02T06:00:00Z");

        counts(evidenceAt("2026-03-02T07:10:00Z"), 0, 0, 0);
        counts(evidenceAt("2026-03-02T08:00:00Z"), 0, 1, 0);
    }

    @Test
    void anActAtAnotherTimeIsMissedAndTheFiringUnwanted() {
        change(LAMP, "off", "on", "2026-03-02T08:30:00Z");

        Evidence evidence = evidenceAt("2026-03-02T12:00:00Z");
        counts(evidence, 0, 1, 1);
        assertThat(evidence.days())
                .extracting(day -> day.outcome())
                .containsExactly(DayOutcome.UNWANTED, DayOutcome.MISSED);
    }

    @Test
    void whereNothingWasLeftToDoItWouldHaveDoneNothing() {
        change(LAMP, "off", "on", "2026-03-02T03:00:00Z");

        Evidence evidence = evidenceAt("2026-03-02T12:00:00Z");
        counts(evidence, 0, 0, 0);
        assertThat(evidence.opportunities()).isEqualTo(1);
    }

    @Test
    void whatHappenedBeforeTheTrialIsNotCounted() {
        change(LAMP, "off", "on", "2026-03-01T07:00:00Z");
        change(LAMP, "on", "off", "2026-03-01T08:00:00Z");

        counts(evidenceAt("2026-03-02T06:00:00Z"), 0, 0, 0);
    }

    @Test
    void conditionsKeepItFromFiring() {
        // Given
        Rule onSundays = new Rule(
                List.of(TimeTrigger.at(LocalTime.of(7, 0))),
                List.of(TimeCondition.on(Set.of(DayOfWeek.SUNDAY))),
                List.of(CallService.of("light", "turn_on", LAMP)));
        trial = trial(onSundays);

        // When: Monday to Monday
        change(LAMP, "on", "off", "2026-03-02T01:00:00Z");

        // Then
        counts(evidenceAt("2026-03-09T12:00:00Z"), 0, 1, 0);
    }

    @Test
    void anAnswerToATriggerAgreesAndAnUnansweredOneIsUnwanted() {
        // Given
        trial = trial(rule(StateTrigger.of(DOOR, "off", "on")));

        // When
        change(LAMP, "on", "off", "2026-03-02T06:00:00Z");
        change(DOOR, "off", "on", "2026-03-02T10:00:00Z");
        change(LAMP, "off", "on", "2026-03-02T10:01:00Z");
        change(LAMP, "on", "off", "2026-03-02T11:00:00Z");
        change(DOOR, "on", "off", "2026-03-02T11:30:00Z");
        change(DOOR, "off", "on", "2026-03-02T12:00:00Z");
        change(LAMP, "off", "on", "2026-03-02T15:00:00Z");

        // Then
        counts(evidenceAt("2026-03-02T20:00:00Z"), 1, 1, 1);
    }

    @Test
    void aStateMustLastAsLongAsTheTriggerSays() {
        // Given
        trial = trial(rule(new StateTrigger(List.of(DOOR), List.of(), List.of("on"), Duration.ofMinutes(10))));
        change(LAMP, "on", "off", "2026-03-02T06:00:00Z");

        // When
        change(DOOR, "off", "on", "2026-03-02T10:00:00Z");
        change(DOOR, "on", "off", "2026-03-02T10:05:00Z");
        change(DOOR, "off", "on", "2026-03-02T12:00:00Z");

        // Then
        Evidence evidence = evidenceAt("2026-03-02T13:00:00Z");
        assertThat(evidence.days())
                .extracting(day -> day.firedAt())
                .containsExactly(Instant.parse("2026-03-02T12:10:00Z"));
    }

    @Test
    void aNumberFiresWhenItCrossesTheLimitAndNotAgainBeyondIt() {
        // Given
        trial = trial(rule(new NumericStateTrigger(List.of(HEAT), null, 25.0, null, Duration.ZERO)));
        change(LAMP, "on", "off", "2026-03-02T06:00:00Z");
        change(HEAT, "20", "24", "2026-03-02T09:00:00Z");

        // When
        change(HEAT, "24", "26", "2026-03-02T10:00:00Z");
        change(HEAT, "26", "28", "2026-03-02T11:00:00Z");
        change(HEAT, "28", "unavailable", "2026-03-02T12:00:00Z");

        // Then
        counts(evidenceAt("2026-03-02T13:00:00Z"), 0, 1, 0);
    }

    @Test
    void whatCannotBeFollowedIsNotTried() {
        assertThat(Trial.canFollow(rule(new OpaqueTrigger(Verbatim.EMPTY)))).isFalse();
        assertThat(Trial.of(rule(new OpaqueTrigger(Verbatim.EMPTY)), HomeRegistry.EMPTY, BEGIN))
                .isEmpty();
    }
}
