package io.homeiq.contracts.file;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code suggestions.json}: every proven suggestion, best first.
 *
 * @param generatedAt time of the last event, so that the same input gives the same bytes; null if there was none
 * @param period null if there was no event
 */
public record SuggestionsFile(
        @Nullable Instant generatedAt,
        HomeId home,
        @Nullable AnalysisPeriod period,
        List<Item> suggestions) {

    public SuggestionsFile {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * One suggestion.
     *
     * @param automation in Home Assistant's own format, complete and ready to be loaded
     */
    public record Item(
            SuggestionId id,
            PatternId patternId,
            PatternKind kind,
            String title,
            String description,
            double confidence,
            double qValue,
            Verbatim automation,
            Evidence evidence,
            Safety safety) {}
}
