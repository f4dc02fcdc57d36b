package io.homeiq.bus.delivery;

import java.time.Duration;

/**
 * How long and how often a handler is asked.
 *
 * @param attempts how often a message is handed over before it is given up for now, at least 1
 * @param firstRetryDelay pause before the second attempt; it doubles with every further one; positive
 * @param handlerTimeout a handler that has not answered by then has failed, and is not asked again at once because it may still be busy; positive
 * @param redeliverAfter how long a message that was given up rests before it is asked for again; positive
 * @param maxWaiting messages that may wait for one handler, at least 1
 */
public record DeliveryLimits(
        int attempts, Duration firstRetryDelay, Duration handlerTimeout, Duration redeliverAfter, int maxWaiting) {

    /** Five attempts within about two seconds, and again half a minute later. */
    public static final DeliveryLimits DEFAULT =
            new DeliveryLimits(5, Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(30), 10_000);

    public DeliveryLimits {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, was: " + attempts);
        }
        if (maxWaiting < 1) {
            throw new IllegalArgumentException("maxWaiting must be at least 1, was: " + maxWaiting);
        }
        requirePositive("firstRetryDelay", firstRetryDelay);
        requirePositive("handlerTimeout", handlerTimeout);
        requirePositive("redeliverAfter", redeliverAfter);
    }

    /** The pause before the attempt after the given one, counted from 1. */
    Duration retryDelay(int attempt) {
        return firstRetryDelay.multipliedBy(1L << Math.min(attempt - 1, 16));
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 ms, was: " + value);
        }
    }
}
