package io.homeiq.app.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs, and that a test lets go ahead by whole days. To be read and moved from any thread. */
final class Days implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    void pass(int days) {
        ahead = ahead.plusDays(days);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
