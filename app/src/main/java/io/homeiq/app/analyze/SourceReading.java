package io.homeiq.app.analyze;

import io.homeiq.homeassistant.source.SourceReport;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of one source ended.
 *
 * @param report null if it broke off
 * @param added events that no source before had
 * @param fault one line that says why it broke off or gave nothing at all; null if it was read to its end
 */
public record SourceReading(
        String name,
        @Nullable SourceReport report,
        long added,
        long duplicates,
        @Nullable String fault) {

    /** One line on rows that were left out of a source that was read; empty if there were none, or if a fault says more. */
    public Optional<String> leftOut() {
        if (fault != null || report == null || report.skipped().isEmpty()) {
            return Optional.empty();
        }
        long skipped =
                report.skipped().values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(
                name + ": " + skipped + " of " + report.rows() + " rows left out (" + reasons(report.skipped()) + ")");
    }

    /** For example "2 impossible time, 1 no state". */
    static String reasons(Map<String, Long> skipped) {
        return skipped.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
    }
}
