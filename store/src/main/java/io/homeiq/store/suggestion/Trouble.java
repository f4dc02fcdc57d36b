package io.homeiq.store.suggestion;

import java.time.Instant;

/**
 * What is wrong with an automation of ours that is in place.
 *
 * @param detail one line for the owner, with the cure
 * @param since when it was first seen
 */
public record Trouble(String automationId, Kind kind, String detail, Instant since) {

    /** What it is. */
    public enum Kind {
        /** Home Assistant shows its entity as not available. */
        UNAVAILABLE,
        /** A person changed it, so it is the person's now. */
        HAND_EDITED,
        /** A person took it away. */
        GONE
    }
}
