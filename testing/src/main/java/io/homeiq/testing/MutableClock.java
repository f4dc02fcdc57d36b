package io.homeiq.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. It may be read and moved from any thread. */
public final class MutableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private MutableClock(Instant start) {
        now = new AtomicReference<>(requireNonNull(start, "start"));
    }

    /** A clock that shows {@code start}, for example {@code 2026-03-01T07:00:00Z}. */
    public static MutableClock at(String start) {
        return new MutableClock(Instant.parse(start));
    }

    /** A clock that shows {@code start}. */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock forward, or back if {@code step} is negative, and returns what it shows then. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }

    /** Makes the clock show {@code instant}, which may lie before what it shows now. */
    public void set(Instant instant) {
        now.set(requireNonNull(instant, "instant"));
    }
}
