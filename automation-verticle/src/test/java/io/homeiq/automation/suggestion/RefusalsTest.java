package io.homeiq.automation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Instant REFUSED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SOON = REFUSED.plus(Duration.ofDays(3));
    private static final SuggestionWriter WRITER =
            new SuggestionWriter(HomeRegistry.EMPTY, new SafetyPolicy(HomeRegistry.EMPTY));

    private static Suggestion of(Trigger trigger, List<Condition> conditions, String service, double confidence) {
        Rule rule = new Rule(List.of(trigger), conditions, List.of(CallService.of("light", service, LAMP)));
        Pattern pattern = new Pattern(
                new PatternId("p_" + Integer.toHexString(rule.hashCode())),
                PatternKind.TIME_OF_DAY,
                LAMP,
                rule,
                confidence,
                0.01,
                30,
                REFUSED,
                REFUSED,
                new Evidence(10, 10, 9, 1, 0, 0.9, 0.6, 0.98, List.of()),
                new Finding.Proven());
        return WRITER.write(pattern, REFUSED);
    }

    private static Suggestion at(int hour, int minute) {
        return of(TimeTrigger.at(LocalTime.of(hour, minute)), List.of(), "turn_on", 0.8);
    }

    private static Suggestion refused(Suggestion suggestion) {
        return suggestion.in(new SuggestionState.Proposed(REFUSED).reject(REFUSED, null));
    }

    private static Trigger door(String to) {
        return new StateTrigger(List.of(new EntityId("binary_sensor.door")), List.of(), List.of(to), Duration.ZERO);
    }

    @Test
    void aNoHoldsForTheSameUnderAnotherIdSomeMinutesOff() {
        assertThat(Refusals.holds(refused(at(22, 0)), at(22, 0), SOON)).isTrue();
        assertThat(Refusals.holds(refused(at(22, 0)), at(22, 29), SOON)).isTrue();
        assertThat(Refusals.holds(refused(at(23, 50)), at(0, 10), SOON)).isTrue();
    }

    @Test
    void aNoIsOverWhenTheTimeMovedByHalfAnHour() {
        assertThat(Refusals.holds(refused(at(22, 0)), at(22, 30), SOON)).isFalse();
        assertThat(Refusals.holds(refused(at(23, 50)), at(0, 30), SOON)).isFalse();
    }

    @Test
    void theClockAndTheSunAreTwoViewsOfTheSame() {
        Suggestion sunset = of(new SunTrigger(SunEvent.SUNSET, Duration.ZERO), List.of(), "turn_on", 0.8);
        Suggestion later = of(new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(40)), List.of(), "turn_on", 0.8);
        assertThat(Refusals.holds(refused(at(22, 0)), sunset, SOON)).isTrue();
        assertThat(Refusals.holds(refused(sunset), later, SOON)).isFalse();
    }

    @Test
    void aNoSaysNothingOfAnotherDeedOrAnotherOccasion() {
        Suggestion off = of(TimeTrigger.at(LocalTime.of(22, 0)), List.of(), "turn_off", 0.8);
        Suggestion upon = of(door("on"), List.of(), "turn_on", 0.8);
        assertThat(Refusals.holds(refused(at(22, 0)), off, SOON)).isFalse();
        assertThat(Refusals.holds(refused(at(22, 0)), upon, SOON)).isFalse();
        assertThat(Refusals.holds(refused(upon), of(door("off"), List.of(), "turn_on", 0.8), SOON))
                .isFalse();
        assertThat(Refusals.holds(refused(upon), of(door("on"), List.of(), "turn_on", 0.8), SOON))
                .isTrue();
    }

    @Test
    void aNoIsOverUnderOtherConditionsOrOnOtherDays() {
        Condition dark = new StateCondition(List.of(new EntityId("sun.sun")), List.of("below_horizon"), Duration.ZERO);
        Suggestion guarded = of(TimeTrigger.at(LocalTime.of(22, 0)), List.of(dark), "turn_on", 0.8);
        Suggestion sundays = days(DayOfWeek.SUNDAY);
        assertThat(Refusals.holds(refused(at(22, 0)), guarded, SOON)).isFalse();
        assertThat(Refusals.holds(refused(at(22, 0)), sundays, SOON)).isTrue();
        assertThat(Refusals.holds(refused(days(DayOfWeek.MONDAY)), sundays, SOON))
                .isFalse();
    }

    private static Suggestion days(DayOfWeek day) {
        return of(TimeTrigger.at(LocalTime.of(22, 0)), List.of(TimeCondition.on(Set.of(day))), "turn_on", 0.8);
    }

    @Test
    void onlyMuchMoreCertaintyAfterWeeksOverridesANo() {
        Suggestion surer = of(TimeTrigger.at(LocalTime.of(22, 0)), List.of(), "turn_on", 0.96);
        Suggestion hardly = of(TimeTrigger.at(LocalTime.of(22, 0)), List.of(), "turn_on", 0.9);
        Instant later = REFUSED.plus(Refusals.NOT_BEFORE);
        assertThat(Refusals.holds(refused(at(22, 0)), surer, later)).isFalse();
        assertThat(Refusals.holds(refused(at(22, 0)), surer, later.minusSeconds(1)))
                .isTrue();
        assertThat(Refusals.holds(refused(at(22, 0)), hardly, later)).isTrue();
    }

    @Test
    void whatWasNotRefusedForbidsNothing() {
        assertThat(Refusals.holds(at(22, 0), at(22, 0), SOON)).isFalse();
    }
}
