package io.homeiq.replay.history;

/** What a firing was beside what people did. */
public enum Judgement {
    /** A person did the same around that time. */
    AGREED,
    /** Nobody did. */
    UNWANTED,
    /** It changed nothing and nobody did the same: it did not run, or everything was long as it wants. */
    IDLE
}
