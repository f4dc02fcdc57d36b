package io.homeiq.automation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSuggestionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final OpenSuggestions.Line LONGEST = new OpenSuggestions.Line(
            new SuggestionId("s".repeat(64)),
            "😀".repeat(OpenSuggestions.MAX_TITLE),
            0.123456789012345,
            SafetyTier.LOW_RISK);

    @Test
    void theLargestFitsIntoAMessage() {
        // Given
        OpenSuggestions largest =
                new OpenSuggestions(1_000_000, Collections.nCopies(OpenSuggestions.MAX_BEST, LONGEST), NOW);

        // When
        byte[] bytes = new WireJson().toBytes(largest);

        // Then
        assertThat(bytes).hasSizeLessThan(64 * 1024);
    }

    @Test
    void hasNoMoreBestThanThereAre() {
        assertThatThrownBy(() -> new OpenSuggestions(0, List.of(LONGEST), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
