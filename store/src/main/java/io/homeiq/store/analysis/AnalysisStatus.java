package io.homeiq.store.analysis;

/** Where a run stands. */
public enum AnalysisStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
