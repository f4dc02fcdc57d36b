package io.homeiq.app.analyze;

import io.homeiq.homeassistant.source.SourceReport;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of one source ended.
 *
 * @param report null if it broke off
 * @param added events that no source before had
 * @param fault one line that says why it broke off; null if it was read to its end
 */
public record SourceReading(
        String name,
        @Nullable SourceReport report,
        long added,
        long duplicates,
        @Nullable String fault) {}
