package io.homeiq.contracts.file;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Drift;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code patterns.json}: everything found, also what is not proposed.
 *
 * @param generatedAt time of the last event; null if there was none
 * @param period null if there was no event
 * @param notes what the reader should know of the analysis as a whole
 */
public record PatternsFile(
        @Nullable Instant generatedAt,
        HomeId home,
        @Nullable AnalysisPeriod period,
        List<Item> patterns,
        List<String> notes) {

    public PatternsFile {
        patterns = List.copyOf(patterns);
        notes = List.copyOf(notes);
    }

    /**
     * One pattern.
     *
     * @param automation what it says, in Home Assistant's own format
     * @param proposed whether it became a suggestion
     * @param reason why not; null if it did
     * @param drift what became of the habit; null if it is as it was
     */
    public record Item(
            PatternId id,
            PatternKind kind,
            EntityId entityId,
            double confidence,
            double qValue,
            int occurrences,
            Instant firstSeen,
            Instant lastSeen,
            Verbatim automation,
            @Nullable Evidence evidence,
            boolean proposed,
            @Nullable String reason,
            @Nullable Drift drift) {}
}
