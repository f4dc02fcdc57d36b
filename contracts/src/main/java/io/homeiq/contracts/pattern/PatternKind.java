package io.homeiq.contracts.pattern;

/** The form of a regularity. All but the last two can become an automation. */
public enum PatternKind {
    TIME_OF_DAY,
    SUN,
    TRIGGER_ACTION,
    SEQUENCE,
    SCENE,
    DURATION,
    PRESENCE,
    NUMERIC_THRESHOLD,
    ANOMALY,
    SYNERGY
}
