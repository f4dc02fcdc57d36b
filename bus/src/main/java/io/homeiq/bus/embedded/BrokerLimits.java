package io.homeiq.bus.embedded;

import java.time.Duration;

/**
 * The bounds of an {@link EmbeddedBroker}. What goes beyond is refused or left out, and counted; it never takes memory from the process that the broker
 * lives in.
 *
 * @param maxMessageBytes a client that sends a larger message is cut off
 * @param maxSessions clients, connected or remembered
 * @param maxSubscriptions filters of one client
 * @param maxInFlight messages sent to a client and not yet acknowledged, 1 to 1000; a client may ask for fewer
 * @param maxQueued messages kept for one client that is away or slow
 * @param maxQueuedBytes what all clients together may have kept for them, with what each message takes in memory besides its payload
 * @param maxRetained topics with a retained message
 * @param maxRetainedBytes the payload bytes of these
 * @param sessionExpiry how long a client that is away is remembered at most
 */
public record BrokerLimits(
        int maxMessageBytes,
        int maxSessions,
        int maxSubscriptions,
        int maxInFlight,
        int maxQueued,
        long maxQueuedBytes,
        int maxRetained,
        long maxRetainedBytes,
        Duration sessionExpiry) {

    private static final int LARGEST_WINDOW = 1000;
    private static final long MEBIBYTE = 1 << 20;

    public static final BrokerLimits DEFAULT = new BrokerLimits(
            (int) MEBIBYTE, 500, 10_000, 20, 10_000, 16 * MEBIBYTE, 10_000, 16 * MEBIBYTE, Duration.ofDays(1));

    public BrokerLimits {
        requirePositive("maxMessageBytes", maxMessageBytes);
        requirePositive("maxSessions", maxSessions);
        requirePositive("maxSubscriptions", maxSubscriptions);
        requirePositive("maxQueued", maxQueued);
        requirePositive("maxQueuedBytes", maxQueuedBytes);
        requirePositive("maxRetained", maxRetained);
        requirePositive("maxRetainedBytes", maxRetainedBytes);
        requirePositive("sessionExpiry in seconds", sessionExpiry.toSeconds());
        if (maxInFlight < 1 || maxInFlight > LARGEST_WINDOW) {
            throw new IllegalArgumentException("maxInFlight must be 1 to " + LARGEST_WINDOW + ", was: " + maxInFlight);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was: " + value);
        }
    }

    public BrokerLimits withQueue(int messages, long bytes) {
        return new BrokerLimits(
                maxMessageBytes,
                maxSessions,
                maxSubscriptions,
                maxInFlight,
                messages,
                bytes,
                maxRetained,
                maxRetainedBytes,
                sessionExpiry);
    }

    public BrokerLimits withRetained(int topics, long bytes) {
        return new BrokerLimits(
                maxMessageBytes,
                maxSessions,
                maxSubscriptions,
                maxInFlight,
                maxQueued,
                maxQueuedBytes,
                topics,
                bytes,
                sessionExpiry);
    }

    public BrokerLimits withSessions(int sessions, Duration expiry) {
        return new BrokerLimits(
                maxMessageBytes,
                sessions,
                maxSubscriptions,
                maxInFlight,
                maxQueued,
                maxQueuedBytes,
                maxRetained,
                maxRetainedBytes,
                expiry);
    }
}
