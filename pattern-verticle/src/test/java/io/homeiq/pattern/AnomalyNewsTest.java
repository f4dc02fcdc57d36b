package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.store.pattern.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyNewsTest {

    private static final Instant NIGHT = Instant.parse("2026-02-24T02:12:00Z");

    @Test
    void aFreshOneIsAnnouncedOnce() {
        // Given
        Pattern found = found(PatternKind.ANOMALY);
        Instant now = NIGHT.plusSeconds(3);

        // Then
        assertThat(AnomalyNews.of(new Saved.Added(), found, now)).contains(new PatternDetected(found));
        assertThat(AnomalyNews.of(new Saved.Unchanged(), found, now)).isEmpty();
        assertThat(AnomalyNews.of(new Saved.Returned(), found, now)).isEmpty();
    }

    @Test
    void oneOfLongAgoIsHistory() {
        assertThat(AnomalyNews.of(new Saved.Added(), found(PatternKind.ANOMALY), NIGHT.plus(Duration.ofDays(8))))
                .isEmpty();
    }

    @Test
    void whatIsOnlyNotProvenIsNone() {
        assertThat(AnomalyNews.of(new Saved.Added(), found(PatternKind.TRIGGER_ACTION), NIGHT))
                .isEmpty();
    }

    private static Pattern found(PatternKind kind) {
        EntityId door = new EntityId("binary_sensor.back_door");
        return new Pattern(
                new PatternId("anomaly_1"),
                kind,
                door,
                new Rule(
                        List.of(StateTrigger.of(door, "off", "on")),
                        List.of(),
                        List.of(CallService.of("light", "turn_on", new EntityId("light.hall")))),
                0.9,
                0.01,
                1,
                NIGHT,
                NIGHT,
                null,
                new Finding.NotProposed("Back door was opened at 03:12"));
    }
}
