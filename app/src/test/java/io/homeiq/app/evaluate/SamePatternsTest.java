package io.homeiq.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamePatternsTest {

    private static final EntityId DOOR = new EntityId("binary_sensor.hall_door");
    private static final Instant NIGHT = Instant.parse("2026-03-01T02:00:00Z");

    private static final Pattern ODD = odd("anomaly_1", NIGHT, 1e-15);
    private static final Pattern ODD_AGAIN = odd("anomaly_2", NIGHT.plusSeconds(18 * 86_400), 1e-5);

    @Test
    void aDoorThatIsOddTwiceIsComparedEachTimeWithItself() {
        // Given two patterns of the same kind and rule

        // When
        boolean same = SamePatterns.are(List.of(ODD, ODD_AGAIN), List.of(ODD, ODD_AGAIN));

        // Then
        assertThat(same).isTrue();
    }

    @Test
    void oneThatIsToldTwiceDoesNotStandForTwo() {
        assertThat(SamePatterns.are(List.of(ODD, ODD), List.of(ODD, ODD_AGAIN))).isFalse();
        assertThat(SamePatterns.are(List.of(ODD, ODD_AGAIN), List.of(ODD, ODD))).isFalse();
        assertThat(SamePatterns.are(List.of(ODD), List.of(ODD, ODD_AGAIN))).isFalse();
    }

    @Test
    void idsAndTheSequenceMayDifferButNumbersMayNot() {
        // Given
        List<Pattern> found = List.of(ODD, ODD_AGAIN);

        // When
        Pattern renamed = ODD.withId(new PatternId("anomaly_3"));
        Pattern lessSure = ODD.withConfidence(ODD.confidence() - 1e-8);
        Pattern later = odd("anomaly_1", NIGHT.plusMillis(1), 1e-15);

        // Then
        assertThat(SamePatterns.are(found, List.of(ODD_AGAIN, renamed))).isTrue();
        assertThat(SamePatterns.are(found, List.of(lessSure, ODD_AGAIN))).isFalse();
        assertThat(SamePatterns.are(found, List.of(later, ODD_AGAIN))).isFalse();
    }

    @Test
    void anotherProofIsAnotherResult() {
        // Given
        Pattern proven = proven(new Evidence(10, 8, 7, 1, 0, 7 / 8.0, 0.5, 0.98, List.of()));

        // When
        Pattern provenElse = proven(new Evidence(10, 8, 7, 1, 1, 7 / 8.0, 0.5, 0.98, List.of()));

        // Then
        assertThat(SamePatterns.are(List.of(proven), List.of(proven))).isTrue();
        assertThat(SamePatterns.are(List.of(proven), List.of(provenElse))).isFalse();
        assertThat(SamePatterns.are(List.of(proven), List.of(ODD))).isFalse();
    }

    private static Pattern odd(String id, Instant time, double qValue) {
        Finding odd = new Finding.NotProposed("Hall door was opened at night");
        return new Pattern(
                new PatternId(id), PatternKind.ANOMALY, DOOR, rule(), 1 - qValue, qValue, 1, time, time, null, odd);
    }

    private static Pattern proven(Evidence evidence) {
        return new Pattern(
                new PatternId("trigger_action_1"),
                PatternKind.TRIGGER_ACTION,
                DOOR,
                rule(),
                0.8,
                0.01,
                8,
                NIGHT,
                NIGHT,
                evidence,
                new Finding.Proven());
    }

    private static Rule rule() {
        return new Rule(
                List.of(StateTrigger.of(DOOR, "off", "on")),
                List.of(),
                List.of(new CallService("persistent_notification", "create", List.of(), new Verbatim(Map.of()))));
    }
}
