package io.homeiq.simulation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyScoreTest {

    private static final Instant NIGHT = Instant.parse("2026-02-24T02:12:00Z");
    private static final EntityId DOOR = new EntityId("binary_sensor.back_door");

    @Test
    void countsWhatWasToldWhatWasMissedAndWhatWasInvented() {
        // Given two oddities in four weeks, of which the twin of one door tells some seconds later
        Truth truth = truth(NIGHT, NIGHT.plus(Duration.ofDays(3)));

        // When
        AnomalyScore score = AnomalyScore.of(
                truth,
                List.of(
                        found(PatternKind.ANOMALY, NIGHT.plusSeconds(4)),
                        found(PatternKind.ANOMALY, NIGHT.plusSeconds(3_600)),
                        found(PatternKind.TRIGGER_ACTION, NIGHT.plus(Duration.ofDays(3)))));

        // Then
        assertThat(score).isEqualTo(new AnomalyScore(2, 1, 1, 4));
        assertThat(score.plus(score).othersAWeek()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aHomeOfNoDaysHasNoRate() {
        assertThat(AnomalyScore.NOTHING.othersAWeek()).isZero();
    }

    private static Truth truth(Instant... odd) {
        return new Truth(
                2,
                1,
                true,
                NIGHT.minus(Duration.ofDays(20)),
                NIGHT.plus(Duration.ofDays(8)),
                28,
                List.of(),
                List.of(odd).stream()
                        .map(time -> new Oddity(DOOR, time, "the door opens"))
                        .toList(),
                List.of());
    }

    private static Pattern found(PatternKind kind, Instant time) {
        return new Pattern(
                new PatternId("p" + time.getEpochSecond()),
                kind,
                DOOR,
                new Rule(
                        List.of(StateTrigger.of(DOOR, "off", "on")),
                        List.of(),
                        List.of(CallService.of("light", "turn_on", new EntityId("light.hall")))),
                0.9,
                0.01,
                1,
                time,
                time,
                null,
                new Finding.NotProposed("odd"));
    }
}
