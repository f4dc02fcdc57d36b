package io.homeiq.automation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the owner is told where consent is missing. */
class SafetyGateTest {

    private static final String REASON = "It turns the lamp on, and “Dark” turns it off.";
    private static final String EXAMPLE = REASON + " 2026-02-20 18:00:00  light.hall: on → off";

    private static Safety asked(@Nullable List<String> examples) {
        return new Safety(SafetyTier.LOW_RISK, SafetyVerdict.ASK, List.of(REASON), List.of(), 50, examples);
    }

    @Test
    void tellsTheFirstReasonWithWhatHappened() {
        // When
        Optional<String> objection = SafetyGate.objection(asked(List.of(EXAMPLE)), null, Consent.MISSING);

        // Then
        assertThat(objection).get().asString().contains("it needs your consent: " + EXAMPLE);
    }

    @Test
    void consentHoldsWhateverHistoryShowsSince() {
        // When
        Optional<String> objection = SafetyGate.objection(asked(List.of(EXAMPLE)), asked(null), Consent.MISSING);

        // Then
        assertThat(objection).isEmpty();
    }
}
