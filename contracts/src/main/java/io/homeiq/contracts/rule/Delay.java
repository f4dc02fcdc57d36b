package io.homeiq.contracts.rule;

import java.time.Duration;

/** Waits before the next step; elapsed time, whatever the clock on the wall does. */
public record Delay(Duration duration) implements Action {

    public Delay {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay must be zero or more, was: " + duration);
        }
    }
}
