package io.homeiq.mining.habit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.habit.proof.KnownPatterns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When two rules of the sun or of a number are about the same occasion. */
class SameOccasionTest {

    private static final EntityId LAMP = new EntityId("light.porch");

    private static Trigger sunset(int minutes) {
        return new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(minutes));
    }

    private static Trigger darker(double lux) {
        return new NumericStateTrigger(List.of(new EntityId("sensor.lux")), null, null, lux, Duration.ZERO);
    }

    private static Rule rule(Trigger trigger) {
        return new Rule(List.of(trigger), List.of(), List.of(CallService.of("light", "turn_on", LAMP)));
    }

    private static Pattern pattern(PatternKind kind, Trigger trigger) {
        Rule rule = rule(trigger);
        return new Pattern(
                PatternIds.of(HomeId.DEFAULT, kind, rule),
                kind,
                LAMP,
                rule,
                0.5,
                0.5,
                9,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                new Finding.NotProposed("of this test"));
    }

    private static Pattern seenAgain(Pattern known, Pattern found) {
        KnownPatterns patterns = new KnownPatterns();
        patterns.addAll(List.of(known));
        return patterns.identify(List.of(found)).getFirst();
    }

    @Test
    void aHabitOfTheSunThatMovesByMinutesKeepsItsName() {
        // Given
        Pattern known = pattern(PatternKind.SUN, sunset(10));

        // When / Then
        assertThat(seenAgain(known, pattern(PatternKind.SUN, sunset(25))).id()).isEqualTo(known.id());
        assertThat(seenAgain(known, pattern(PatternKind.SUN, sunset(70))).id()).isNotEqualTo(known.id());
    }

    @Test
    void aLimitThatMovesALittleKeepsItsNameAndIsNoNews() {
        // Given
        Pattern known = pattern(PatternKind.NUMERIC_THRESHOLD, darker(100));
        KnownPatterns patterns = new KnownPatterns();
        patterns.addAll(List.of(known));

        // When
        Pattern little = patterns.identify(List.of(pattern(PatternKind.NUMERIC_THRESHOLD, darker(103))))
                .getFirst();
        Pattern more = patterns.identify(List.of(pattern(PatternKind.NUMERIC_THRESHOLD, darker(120))))
                .getFirst();
        Pattern another = patterns.identify(List.of(pattern(PatternKind.NUMERIC_THRESHOLD, darker(400))))
                .getFirst();

        // Then
        assertThat(little.id()).isEqualTo(known.id());
        assertThat(patterns.isNews(little)).isFalse();
        assertThat(more.id()).isEqualTo(known.id());
        assertThat(patterns.isNews(more)).isTrue();
        assertThat(another.id()).isNotEqualTo(known.id());
    }

    @Test
    void whatAnAutomationDoesAtAboutThatSunOrNumberIsKnown() {
        // Given
        ExistingAutomations automations =
                new ExistingAutomations(List.of(automation("Sunset", sunset(0)), automation("Dark", darker(60))));

        // When / Then
        assertThat(automations.doing(rule(sunset(20)))).map(Automation::alias).contains("Sunset");
        assertThat(automations.doing(rule(sunset(90)))).isEmpty();
        assertThat(automations.doing(rule(darker(100)))).map(Automation::alias).contains("Dark");
        assertThat(automations.doing(rule(new NumericStateTrigger(
                        List.of(new EntityId("sensor.lux")), null, 100.0, null, Duration.ZERO))))
                .isEmpty();
    }

    private static Automation automation(String alias, Trigger trigger) {
        return new Automation(alias, alias, "", rule(trigger), RunMode.SINGLE, Verbatim.EMPTY);
    }
}
