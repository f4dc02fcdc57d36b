package io.homeiq.automation.replay;

import java.time.Instant;

/**
 * The time that is lived through.
 *
 * @param start inclusive
 * @param end exclusive
 */
record Span(Instant start, Instant end) {

    Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a span ends after it starts, was: " + start + " to " + end);
        }
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
