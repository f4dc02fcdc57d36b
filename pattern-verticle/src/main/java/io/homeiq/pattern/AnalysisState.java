package io.homeiq.pattern;

import java.time.Instant;

/** Whether an analysis is under way. */
sealed interface AnalysisState {

    /** None is. */
    record Idle() implements AnalysisState {}

    /**
     * One is.
     *
     * @param share done, 0 to 1
     */
    record Running(String runId, Instant startedAt, String stage, double share) implements AnalysisState {}
}
