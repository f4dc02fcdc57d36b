package io.homeiq.contracts.pattern;

/** How one replayed firing, or one act without it, compares with what people did. */
public enum DayOutcome {
    /** The rule fired and a person did the same around that time. */
    AGREED,
    /** The rule fired and nobody did it. */
    UNWANTED,
    /** A person did it and the rule did not fire. */
    MISSED
}
