package io.homeiq.contracts.synergy;

/** How much somebody must think about an automation before it does what they want. */
public enum Complexity {
    /** Two devices in one room, and no harm if it errs. */
    LOW,
    /** It acts on comfort or costs, or on the whole home. */
    MEDIUM,
    /** Three devices or more. */
    HIGH
}
