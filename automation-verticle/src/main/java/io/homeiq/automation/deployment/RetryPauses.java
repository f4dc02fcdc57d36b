package io.homeiq.automation.deployment;

import java.time.Duration;

/**
 * How long to wait after failures in a row: doubling from the first pause to the longest.
 *
 * @param first at least 1 ms
 * @param longest not shorter than the first
 */
public record RetryPauses(Duration first, Duration longest) {

    /** A Home Assistant that restarts is back within a minute; one that is gone for days is asked every five minutes. */
    public static final RetryPauses DEFAULT = new RetryPauses(Duration.ofSeconds(2), Duration.ofMinutes(5));

    public RetryPauses {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses must be at least 1 ms and rise, were: " + first + ", " + longest);
        }
    }

    /** The pause after so many failures in a row, from 1. */
    public Duration after(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
