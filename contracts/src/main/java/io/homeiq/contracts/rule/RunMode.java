package io.homeiq.contracts.rule;

/** What happens when an automation is triggered while it still runs. */
public enum RunMode {
    SINGLE,
    RESTART,
    QUEUED,
    PARALLEL
}
