package io.homeiq.contracts.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Safety PASS = new Safety(SafetyTier.LOW_RISK, SafetyVerdict.PASS, List.of());
    private static final Safety BLOCK = new Safety(SafetyTier.NEVER, SafetyVerdict.BLOCK, List.of("a lock"));
    private static final SuggestionState PROPOSED = new SuggestionState.Proposed(NOW);

    @Test
    void goesOnInItsLifeAndKeepsTheRest() {
        Suggestion proposed = suggestion("Light at noon", PASS, PROPOSED, 0.9);
        SuggestionState approved = new SuggestionState.Approved(NOW.plusSeconds(1));

        Suggestion next = proposed.in(approved);

        assertThat(next.state()).isEqualTo(approved);
        assertThat(next.in(PROPOSED)).isEqualTo(proposed);
    }

    @Test
    void whatTheSafetyCheckBlocksIsNeitherProposedNorApproved() {
        SuggestionState rejected = new SuggestionState.Rejected(NOW, null);
        Suggestion blocked = suggestion("Unlock at noon", BLOCK, rejected, 0.9);

        assertThat(blocked.state()).isEqualTo(rejected);
        assertThatThrownBy(() -> blocked.in(PROPOSED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blocked.in(new SuggestionState.Approved(NOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMustNeverBeSwitchedIsBlocked() {
        assertThatThrownBy(() -> new Safety(SafetyTier.NEVER, SafetyVerdict.ASK, List.of()))
                .hasMessage("what must never be switched cannot get the verdict ASK");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> suggestion(" ", PASS, PROPOSED, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suggestion("x", PASS, PROPOSED, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SuggestionId("s 1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Suggestion suggestion(String title, Safety safety, SuggestionState state, double confidence) {
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.NOON)),
                List.of(),
                List.of(CallService.of("light", "turn_on", new EntityId("light.hall"))));
        return new Suggestion(
                new SuggestionId("s_1"),
                new PatternId("p_1"),
                PatternKind.TIME_OF_DAY,
                title,
                "",
                confidence,
                0.01,
                new Automation("homeiq_s_1", title, "", rule, RunMode.SINGLE, Verbatim.EMPTY),
                new Evidence(1, 1, 1, 0, 0, 1, 0.2, 1, List.of()),
                safety,
                state,
                NOW);
    }
}
