package io.homeiq.mining.safety.conflict;

/** How much speaks against an automation. */
public enum Gravity {
    /** To be known; often meant so. */
    NOTE,
    /** To be decided by a person before it is put in place. */
    ASK,
    /** Not to be put in place. */
    BLOCK
}
