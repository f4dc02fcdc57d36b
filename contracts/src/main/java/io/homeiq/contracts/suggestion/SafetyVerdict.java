package io.homeiq.contracts.suggestion;

/** What the safety check says of a rule. */
public enum SafetyVerdict {
    PASS,
    ASK,
    BLOCK
}
