package io.homeiq.mining.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceFeaturesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);
    private static final EntityId LAMP = new EntityId("light.lamp");
    private static final Evidence EVIDENCE = new Evidence(
            8,
            4,
            3,
            1,
            1,
            0.75,
            0.3,
            0.95,
            List.of(
                    new EvidenceDay(DAY, DayOutcome.AGREED, NOW, NOW),
                    new EvidenceDay(DAY, DayOutcome.UNWANTED, NOW, null),
                    new EvidenceDay(DAY, DayOutcome.AGREED, NOW, NOW),
                    new EvidenceDay(DAY.plusDays(1), DayOutcome.AGREED, NOW, NOW),
                    new EvidenceDay(DAY.plusDays(2), DayOutcome.MISSED, null, NOW)));

    @Test
    void tellsWhatTheEvidenceSays() {
        // When
        EvidenceFeatures features =
                EvidenceFeatures.of(pattern(0.001, EVIDENCE)).orElseThrow();

        // Then
        assertThat(features.get(EvidenceFeature.CONFIDENCE)).isEqualTo(0.9);
        assertThat(features.get(EvidenceFeature.AGREEMENT)).isEqualTo(0.75);
        assertThat(features.get(EvidenceFeature.AGREEMENT_LOW)).isEqualTo(0.3);
        assertThat(features.get(EvidenceFeature.UNWANTED_SHARE)).isEqualTo(1 / 8.0);
        assertThat(features.get(EvidenceFeature.MISSED_SHARE)).isEqualTo(1 / 4.0);
        assertThat(features.get(EvidenceFeature.FIRED_PER_DAY)).isEqualTo(Math.log1p(2));
        assertThat(features.get(EvidenceFeature.CERTAINTY)).isCloseTo(3, within(1e-12));
        assertThat(features.get(EvidenceFeature.HITS)).isEqualTo(Math.log1p(3));
        assertThat(features.get(EvidenceFeature.BY_CLOCK)).isEqualTo(1);
    }

    @Test
    void aSuggestionTellsWhatItsPatternTells() {
        // Given
        Pattern pattern = pattern(0.01, EVIDENCE);
        SuggestionWriter writer = new SuggestionWriter(HomeRegistry.EMPTY, new SafetyPolicy(HomeRegistry.EMPTY));

        // When
        EvidenceFeatures features = EvidenceFeatures.of(writer.write(pattern, NOW));

        // Then
        assertThat(EvidenceFeatures.of(pattern)).contains(features);
    }

    @Test
    void smallChancesAreAllAlike() {
        // When
        double none = certainty(0);
        double tiny = certainty(1e-200);
        double all = certainty(1);

        // Then
        assertThat(none).isEqualTo(tiny).isEqualTo(12);
        assertThat(all).isZero();
    }

    @Test
    void whatWasNotReplayedHasNone() {
        assertThat(EvidenceFeatures.of(pattern(0.01, null))).isEmpty();
    }

    @Test
    void everyFeatureMustBeANumber() {
        // Given
        EvidenceFeatures whole = new Chances(3).features();

        // Then
        assertThatThrownBy(() -> Chances.with(whole, EvidenceFeature.HITS, Double.NaN))
                .hasMessageContaining("HITS must be a finite number");
        assertThatThrownBy(() -> new EvidenceFeatures(Map.of())).hasMessageContaining("CONFIDENCE");
    }

    private static double certainty(double qValue) {
        return EvidenceFeatures.of(pattern(qValue, EVIDENCE)).orElseThrow().get(EvidenceFeature.CERTAINTY);
    }

    private static Pattern pattern(double qValue, @Nullable Evidence evidence) {
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.of(6, 45))),
                List.of(),
                List.of(CallService.of("light", "turn_on", LAMP)));
        return new Pattern(
                new PatternId("p"),
                PatternKind.TIME_OF_DAY,
                LAMP,
                rule,
                0.9,
                qValue,
                20,
                NOW,
                NOW,
                evidence,
                evidence == null ? new Finding.NotProposed("too short a history") : new Finding.Proven());
    }
}
