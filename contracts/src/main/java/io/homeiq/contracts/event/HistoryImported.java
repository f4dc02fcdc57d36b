package io.homeiq.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source of history was read to its end.
 *
 * @param source what was read, for example a file name without its folder
 * @param added events that were new
 * @param duplicates events that were known already
 * @param skipped rows that could not be read
 * @param start time of the earliest event read; null if there was none
 * @param end time of the latest event read; null if there was none
 * @param lastSeq the newest number in the log afterwards; 0 while it is empty
 */
public record HistoryImported(
        String source,
        long added,
        long duplicates,
        long skipped,
        @Nullable Instant start,
        @Nullable Instant end,
        long lastSeq)
        implements EventData {

    public HistoryImported {
        RequiredText.check("source", source);
        if (added < 0 || duplicates < 0 || skipped < 0 || lastSeq < 0) {
            throw new IllegalArgumentException("an import counts from 0, was: " + added + " added, " + duplicates
                    + " duplicates, " + skipped + " skipped, last number " + lastSeq);
        }
    }

    @Override
    public String subject() {
        return source;
    }
}
