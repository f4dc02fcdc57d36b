package io.homeiq.contracts.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole history was looked through.
 *
 * @param runId which run, as the pattern service lists it
 * @param start time of the earliest event; null if there was none
 * @param end time of the latest event; null if there was none
 * @param days local days covered
 * @param events events read
 * @param patterns everything found
 * @param proven of these, what may be proposed
 * @param duration how long it took
 */
public record AnalysisCompleted(
        String runId,
        @Nullable Instant start,
        @Nullable Instant end,
        int days,
        long events,
        int patterns,
        int proven,
        Duration duration)
        implements EventData {

    public AnalysisCompleted {
        RequiredText.check("runId", runId);
        if (days < 0 || events < 0 || proven < 0 || patterns < proven) {
            throw new IllegalArgumentException("an analysis counts from 0 and proves no more than it found, was: "
                    + days + " days, " + events + " events, " + patterns + " patterns, " + proven + " proven");
        }
    }

    @Override
    public String subject() {
        return runId;
    }
}
