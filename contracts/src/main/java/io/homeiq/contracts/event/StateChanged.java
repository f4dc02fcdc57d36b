package io.homeiq.contracts.event;

import io.homeiq.contracts.home.StateChange;

/**
 * A change was appended to the history; the bell, not the truth: read the history from the last known number on.
 *
 * @param seq its place in the log of the home
 */
public record StateChanged(long seq, StateChange change) implements EventData {

    public StateChanged {
        if (seq < 1) {
            throw new IllegalArgumentException("seq must be 1 or more, was: " + seq);
        }
    }

    @Override
    public String subject() {
        return change.entityId().value();
    }
}
