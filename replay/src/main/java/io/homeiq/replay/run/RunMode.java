package io.homeiq.replay.run;

/** What happens when an automation is triggered while it runs. */
public enum RunMode {
    SINGLE,
    RESTART,
    QUEUED,
    PARALLEL
}
