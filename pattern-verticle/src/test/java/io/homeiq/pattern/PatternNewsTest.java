package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.PatternChanged;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatternNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Finding PROVEN = new Finding.Proven();
    private static final Finding DOUBTFUL = new Finding.NotProposed("it could be chance");

    @Test
    void whatIsProvenForTheFirstTimeIsDetected() {
        assertThat(PatternStore.news(Optional.empty(), pattern(6, 0.9, PROVEN)))
                .containsInstanceOf(PatternDetected.class);
        assertThat(PatternStore.news(Optional.of(pattern(6, 0.9, DOUBTFUL)), pattern(6, 0.9, PROVEN)))
                .containsInstanceOf(PatternDetected.class);
    }

    @Test
    void whatWasNeverProvenIsNobodysBusiness() {
        assertThat(PatternStore.news(Optional.empty(), pattern(6, 0.9, DOUBTFUL)))
                .isEmpty();
        assertThat(PatternStore.news(Optional.of(pattern(6, 0.4, DOUBTFUL)), pattern(7, 0.9, DOUBTFUL)))
                .isEmpty();
    }

    @Test
    void theSameAgainIsNoNews() {
        assertThat(PatternStore.news(Optional.of(pattern(6, 0.9, PROVEN)), pattern(6, 0.91, PROVEN)))
                .isEmpty();
    }

    @Test
    void anotherRuleStrengthOrVerdictIsAChange() {
        Optional<Pattern> known = Optional.of(pattern(6, 0.9, PROVEN));
        assertThat(PatternStore.news(known, pattern(7, 0.9, PROVEN))).containsInstanceOf(PatternChanged.class);
        assertThat(PatternStore.news(known, pattern(6, 0.7, PROVEN))).containsInstanceOf(PatternChanged.class);
        assertThat(PatternStore.news(known, pattern(6, 0.9, DOUBTFUL))).containsInstanceOf(PatternChanged.class);
    }

    private static Pattern pattern(int hour, double confidence, Finding finding) {
        EntityId lamp = new EntityId("light.hall");
        return new Pattern(
                new PatternId("time_of_day_1"),
                PatternKind.TIME_OF_DAY,
                lamp,
                new Rule(
                        List.of(TimeTrigger.at(LocalTime.of(hour, 0))),
                        List.of(),
                        List.of(CallService.of("light", "turn_on", lamp))),
                confidence,
                0.01,
                30,
                NOW,
                NOW,
                new Evidence(10, 10, 9, 1, 0, 0.9, 0.6, 0.98, List.of()),
                finding);
    }
}
