package io.homeiq.service.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double from try to try up to a limit, each shortened by chance to between half and whole, so that callers do not come back together. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator jitter;

    Backoff(Duration first, Duration longest, RandomGenerator jitter) {
        this.first = first;
        this.longest = longest;
        this.jitter = jitter;
    }

    /** @param attempt the one that failed, counted from 0 */
    Duration after(int attempt) {
        long whole = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, 20));
        return Duration.ofMillis(Math.max(1, whole / 2 + jitter.nextLong(whole / 2 + 1)));
    }
}
