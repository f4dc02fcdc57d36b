package io.homeiq.store.pattern;

/** What a person said of a pattern. */
public enum FeedbackAction {
    ACCEPT,
    REJECT,
    IGNORE
}
