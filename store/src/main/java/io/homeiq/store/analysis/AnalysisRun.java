package io.homeiq.store.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look through the whole history of a home.
 *
 * @param triggeredBy for example {@code schedule}, {@code api} or {@code bus}
 * @param startedAt to the millisecond
 * @param finishedAt null while it runs
 * @param stage what it does now or did last, for people; null before the first
 * @param progress 0 to 1
 * @param result null unless completed
 * @param problem one line; null unless failed
 */
public record AnalysisRun(
        String id,
        AnalysisStatus status,
        String triggeredBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String stage,
        double progress,
        @Nullable Result result,
        @Nullable String problem) {

    /**
     * What came of a completed run.
     *
     * @param events read
     * @param patterns everything found
     * @param proven of these, what may be proposed
     */
    public record Result(long events, int patterns, int proven) {}
}
