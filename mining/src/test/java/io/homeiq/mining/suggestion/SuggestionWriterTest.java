package io.homeiq.mining.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.mining.safety.SafetyPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Evidence EVIDENCE = new Evidence(25, 23, 21, 2, 3, 0.91, 0.73, 0.97, List.of());

    private final SuggestionWriter writer =
            new SuggestionWriter(HomeRegistry.EMPTY, new SafetyPolicy(HomeRegistry.EMPTY));

    @Test
    void aClockHabitIsToldInPlainWords() {
        // Given
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.of(6, 45))),
                List.of(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))),
                List.of(new CallService(
                        "light",
                        "turn_on",
                        List.of(new EntityId("light.kitchen_lamp")),
                        new Verbatim(Map.of("brightness_pct", 40)))));

        // When
        Suggestion suggestion = writer.write(pattern(rule, new Finding.Proven()), NOW);

        // Then
        assertThat(suggestion.title()).isEqualTo("Turn on Kitchen lamp at 40 % at 06:45 on workdays");
        assertThat(suggestion.description()).contains("fired 23 times", "yourself 21 times", "2 unwanted", "3 missed");
        assertThat(suggestion.automation().isOurs()).isTrue();
    }

    @Test
    void aTriggerHabitTellsItsDelay() {
        // Given
        Rule rule = new Rule(
                List.of(StateTrigger.of(new EntityId("person.ann"), "not_home", "home")),
                List.of(),
                List.of(
                        new Delay(Duration.ofMinutes(4)),
                        CallService.of("light", "turn_on", new EntityId("light.hall"))));

        // When
        Suggestion suggestion = writer.write(pattern(rule, new Finding.Proven()), NOW);

        // Then
        assertThat(suggestion.title()).isEqualTo("Turn on Hall 4 minutes after Ann comes home");
    }

    @Test
    void onlyProvenPatternsBecomeSuggestions() {
        // Given
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.NOON)),
                List.of(),
                List.of(CallService.of("light", "turn_on", new EntityId("light.hall"))));
        Pattern unproven = pattern(rule, new Finding.NotProposed("chance"));

        // When / Then
        assertThatThrownBy(() -> writer.write(unproven, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pattern pattern(Rule rule, Finding finding) {
        return new Pattern(
                new PatternId("time_of_day_1"),
                PatternKind.TIME_OF_DAY,
                new EntityId("light.kitchen_lamp"),
                rule,
                0.9,
                0.001,
                40,
                NOW.minusSeconds(1),
                NOW,
                EVIDENCE,
                finding);
    }
}
