package io.homeiq.replay;

/** What became of a firing. */
public enum Outcome {
    /** The actions began, or queued up. */
    RAN,
    /** A condition did not hold or could not be told. */
    CONDITION_FAILED,
    /** It ran already and its mode allows no other run. */
    MODE_REJECTED,
    /** Neither, since something broke or is not supported. */
    ERROR
}
