package io.homeiq.contracts.event;

/** Where an automation is put. */
public enum DeploymentTarget {
    HOME_ASSISTANT,
    /** A file in the data folder, for a home that HomeIQ is not connected to. */
    FILE
}
