package io.homeiq.bus.mqtt;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long to wait before the next attempt: doubling from the first delay up to the longest, each one shortened by a random part of up to a half, so that
 * many clients of one broker do not come back at the same moment. Not thread-safe.
 */
final class ReconnectDelay {

    private final long firstMillis;
    private final long longestMillis;
    private final SplittableRandom random;
    private long nextMillis;

    ReconnectDelay(Duration first, Duration longest, long seed) {
        this.firstMillis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.random = new SplittableRandom(seed);
        this.nextMillis = firstMillis;
    }

    Duration next() {
        long full = nextMillis;
        nextMillis = Math.min(longestMillis, full * 2);
        long half = full / 2;
        return Duration.ofMillis(Math.max(1, half + random.nextLong(full - half + 1)));
    }

    void reset() {
        nextMillis = firstMillis;
    }
}
