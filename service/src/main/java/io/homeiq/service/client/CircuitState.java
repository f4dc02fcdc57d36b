package io.homeiq.service.client;

import java.time.Duration;
import java.time.Instant;

/** What a circuit knows of the service behind it. */
sealed interface CircuitState {

    /**
     * Calls go through.
     *
     * @param failures of the last calls, in a row
     */
    record Closed(int failures) implements CircuitState {}

    /**
     * Calls are refused until a pause is over.
     *
     * @param since when the service was given up
     * @param pausedAt when this pause began
     * @param until when it ends
     * @param probes how many calls tried in vain since it was given up
     */
    record Open(Instant since, Instant pausedAt, Instant until, int probes) implements CircuitState {

        /** Also if the clock was set back meanwhile: else a pause of seconds could last for hours. */
        boolean isOver(Instant now) {
            return !now.isBefore(until) || now.isBefore(pausedAt);
        }

        Open endedAt(Instant now) {
            return new Open(since, now, now, probes);
        }
    }

    /**
     * One call is under way to find out whether the service is back; all others are refused.
     *
     * @param since when the service was given up
     * @param askedAt when that call went out
     * @param probes how many calls tried in vain before it
     */
    record HalfOpen(Instant since, Instant askedAt, int probes) implements CircuitState {

        boolean isLost(Instant now, Duration patience) {
            return !now.isBefore(askedAt.plus(patience)) || now.isBefore(askedAt);
        }
    }
}
