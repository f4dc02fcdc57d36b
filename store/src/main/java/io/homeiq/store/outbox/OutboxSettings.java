package io.homeiq.store.outbox;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a relay behaves.
 *
 * @param timeToLive for how long an event is kept after the broker has confirmed it, to be published again after a
 *     reconnect: longer than a broker may take to save what it has confirmed
 * @param batch the most events read and marked at once
 * @param poll how often it looks by itself, for events of which nobody rang
 * @param firstRetry the pause after a failure; it doubles with each further one
 * @param lastRetry the longest pause
 * @param publishLimit after which a publish that was neither confirmed nor refused counts as failed
 * @param lease for how long a process that vanished keeps others from publishing for the same service; longer than
 *     {@code publishLimit}
 */
public record OutboxSettings(
        InstantSource clock,
        Duration timeToLive,
        int batch,
        Duration poll,
        Duration firstRetry,
        Duration lastRetry,
        Duration publishLimit,
        Duration lease) {

    public OutboxSettings {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be 1 or more, was: " + batch);
        }
        requirePositive("timeToLive", timeToLive);
        requirePositive("poll", poll);
        requirePositive("firstRetry", firstRetry);
        requirePositive("publishLimit", publishLimit);
        if (lastRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("lastRetry must not be shorter than firstRetry, was: " + lastRetry);
        }
        if (lease.compareTo(publishLimit) <= 0) {
            throw new IllegalArgumentException("lease must be longer than publishLimit, was: " + lease);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be 1 ms or more, was: " + value);
        }
    }

    /** What suits one home. Mosquitto saves every 30 minutes unless told otherwise, so events are kept for an hour. */
    public static OutboxSettings defaults(InstantSource clock) {
        return new OutboxSettings(
                clock,
                Duration.ofHours(1),
                100,
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15));
    }

    /** The pause after so many failures in a row. */
    Duration retryAfter(int failures) {
        Duration pause = firstRetry;
        for (int i = 1; i < failures && pause.compareTo(lastRetry) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(lastRetry) < 0 ? pause : lastRetry;
    }
}
