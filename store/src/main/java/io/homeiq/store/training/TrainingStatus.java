package io.homeiq.store.training;

/** Where a training run stands. */
public enum TrainingStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
