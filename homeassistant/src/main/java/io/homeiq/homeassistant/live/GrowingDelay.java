package io.homeiq.homeassistant.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Doubles from attempt to attempt up to a longest one, less a random part of up to a half, so that many clients do not come back at once. */
final class GrowingDelay {

    private static final int MAX_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int attempts;

    GrowingDelay(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    Duration next() {
        double doubled = (double) first.toMillis() * Math.pow(2, Math.min(attempts, MAX_DOUBLINGS));
        double capped = Math.min(doubled, (double) longest.toMillis());
        attempts++;
        return Duration.ofMillis(Math.max(1, Math.round(capped * (1 - random.nextDouble() / 2))));
    }

    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
