package io.homeiq.service.client;

import io.homeiq.service.client.Admission.Admitted;
import io.homeiq.service.client.Admission.Refused;
import io.homeiq.service.client.CircuitState.Closed;
import io.homeiq.service.client.CircuitState.HalfOpen;
import io.homeiq.service.client.CircuitState.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;

/**
 * Keeps callers from a service that fails again and again: they learn it at once, and it is left in peace. After a pause one call goes through; if
 * it goes well, all do, else the next pause is longer. Safe to use from every thread.
 */
final class CircuitBreaker {

    /** So many calls must fail in a row before no more go out. */
    static final int FAILURES = 5;

    private final InstantSource clock;
    private final IntFunction<Duration> pauses;
    private final Duration patience;
    private CircuitState state = new Closed(0);
    private int turn;

    /**
     * A closed one.
     *
     * @param pauses how long to wait, by how many calls tried in vain since the service was given up
     * @param patience after this, a call that is to find out and tells nothing is counted as lost
     */
    CircuitBreaker(InstantSource clock, IntFunction<Duration> pauses, Duration patience) {
        this.clock = clock;
        this.pauses = pauses;
        this.patience = patience;
    }

    /** To be asked before each call; who is admitted tells afterwards how it went. */
    synchronized Admission admit() {
        Instant now = clock.instant();
        return switch (state) {
            case Closed ignored -> new Admitted(turn);
            case Open open when open.isOver(now) -> probe(open.since(), open.probes(), now);
            case Open open -> new Refused(open.since(), open.until());
            case HalfOpen half when half.isLost(now, patience) -> probe(half.since(), half.probes(), now);
            case HalfOpen half -> new Refused(half.since(), half.askedAt());
        };
    }

    private Admitted probe(Instant since, int probes, Instant now) {
        state = new HalfOpen(since, now, probes);
        turn++;
        return new Admitted(turn);
    }

    /**
     * The service answered a call, however long ago that began.
     *
     * @return whether it had been given up until now
     */
    synchronized boolean succeeded() {
        boolean back = isOpen();
        state = new Closed(0);
        return back;
    }

    /**
     * A call failed in a way that is the service's fault.
     *
     * @return whether the service is given up from now on
     */
    synchronized boolean failed(Admitted call) {
        if (call.turn() != turn) {
            return false;
        }
        Instant now = clock.instant();
        switch (state) {
            case Closed(int failures) when failures + 1 < FAILURES -> state = new Closed(failures + 1);
            case Closed ignored -> {
                open(now, now, 0);
                return true;
            }
            case HalfOpen half -> open(half.since(), now, half.probes() + 1);
            case Open open -> throw new IllegalStateException("no call is admitted in the turn of " + open);
        }
        return false;
    }

    private void open(Instant since, Instant now, int probes) {
        state = new Open(since, now, now.plus(pauses.apply(probes)), probes);
        turn++;
    }

    /** Ends a pause: the next call goes through. */
    synchronized void endPause() {
        if (state instanceof Open open) {
            state = open.endedAt(clock.instant());
        }
    }

    /** Whether the service is given up for now. */
    synchronized boolean isOpen() {
        return !(state instanceof Closed);
    }
}
