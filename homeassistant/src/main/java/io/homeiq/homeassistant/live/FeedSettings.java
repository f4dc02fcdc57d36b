package io.homeiq.homeassistant.live;

import java.time.Duration;

/**
 * How a feed behaves.
 *
 * @param backFill how far back history is read when nothing is known yet; up to 400 days
 * @param firstDelay before trying again after a lost connection; doubles up to {@code longestDelay}
 * @param refusedDelay before trying again with a token that was refused
 * @param bufferedEvents how many events may wait for a slow listener before they are dropped and read from history later
 * @param refreshDelay quiet time to wait for after a change of the registry before it is read again
 * @param jitterSeed spreads the times of attempts; another one for each installation
 */
public record FeedSettings(
        Duration backFill,
        Duration firstDelay,
        Duration longestDelay,
        Duration refusedDelay,
        int bufferedEvents,
        Duration refreshDelay,
        long jitterSeed) {

    private static final Duration MAX_BACK_FILL = Duration.ofDays(400);

    /** Home Assistant keeps ten days unless told otherwise. */
    public static final FeedSettings DEFAULT = new FeedSettings(
            Duration.ofDays(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            20_000,
            Duration.ofMillis(500),
            0);

    public FeedSettings {
        if (backFill.isNegative() || backFill.compareTo(MAX_BACK_FILL) > 0) {
            throw new IllegalArgumentException("backFill must be 0 to 400 days, was: " + backFill);
        }
        if (!firstDelay.isPositive()
                || longestDelay.compareTo(firstDelay) < 0
                || !refusedDelay.isPositive()
                || !refreshDelay.isPositive()) {
            throw new IllegalArgumentException(
                    "delays must be more than zero and the longest not less than the first, were: " + firstDelay + ", "
                            + longestDelay + ", " + refusedDelay + ", " + refreshDelay);
        }
        if (bufferedEvents < 1) {
            throw new IllegalArgumentException("bufferedEvents must be 1 or more, was: " + bufferedEvents);
        }
    }

    /** The same with another length of history. */
    public FeedSettings withBackFill(Duration length) {
        return new FeedSettings(
                length, firstDelay, longestDelay, refusedDelay, bufferedEvents, refreshDelay, jitterSeed);
    }

    /** The same with other times of attempts. */
    public FeedSettings withJitterSeed(long seed) {
        return new FeedSettings(backFill, firstDelay, longestDelay, refusedDelay, bufferedEvents, refreshDelay, seed);
    }
}
