package io.homeiq.contracts.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence EVIDENCE = new Evidence(1, 1, 1, 0, 0, 1, 0.2, 1, List.of());
    private static final Finding PROVEN = new Finding.Proven();
    private static final Finding DUPLICATE = new Finding.NotProposed("automation.x does this already");

    @Test
    void isProvenOnlyWithEvidence() {
        assertThat(pattern(0.9, 0.01, 3, START, EVIDENCE, PROVEN).isProven()).isTrue();
        assertThat(pattern(0.9, 0.01, 3, START, EVIDENCE, DUPLICATE).isProven()).isFalse();
        assertThatThrownBy(() -> pattern(0.9, 0.01, 3, START, null, PROVEN))
                .hasMessage("a proven pattern needs its evidence: p_1");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> pattern(1.1, 0.01, 3, START, null, DUPLICATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pattern(0.9, Double.NaN, 3, START, null, DUPLICATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pattern(0.9, 0.01, -1, START, null, DUPLICATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pattern(0.9, 0.01, 3, START.minusNanos(1000), null, DUPLICATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.NotProposed(" "))
                .hasMessage("a pattern that is not proposed needs a reason");
        assertThatThrownBy(() -> new PatternId("P-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pattern pattern(
            double confidence,
            double qValue,
            int occurrences,
            Instant lastSeen,
            @Nullable Evidence evidence,
            Finding finding) {
        EntityId lamp = new EntityId("light.hall");
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.NOON)), List.of(), List.of(CallService.of("light", "turn_on", lamp)));
        return new Pattern(
                new PatternId("p_1"),
                PatternKind.TIME_OF_DAY,
                lamp,
                rule,
                confidence,
                qValue,
                occurrences,
                START,
                lastSeen,
                evidence,
                finding);
    }
}
