package io.homeiq.bus.mqtt;

import io.homeiq.bus.delivery.DeliveryLimits;
import java.time.Duration;

/**
 * The bounds of one {@link MqttBus}. All durations are positive; those that MQTT counts in seconds are rounded up to them.
 *
 * @param maxQueued messages that may wait for a connection, for their turn or for their acknowledgement
 * @param maxQueuedBytes the payload bytes of these
 * @param maxInFlight messages sent and not yet acknowledged, 1 to 1000
 * @param connectTimeout from opening the socket to the broker's answer
 * @param ackTimeout how long the broker may take to acknowledge; after that the connection is given up
 * @param keepAlive a quiet connection is probed after this time; a dead one is noticed after two and a half times as long
 * @param firstReconnectDelay before the first new attempt; doubles up to
 * @param maxReconnectDelay the longest pause between attempts
 * @param delivery how handlers are asked
 */
public record MqttLimits(
        int maxQueued,
        long maxQueuedBytes,
        int maxInFlight,
        Duration connectTimeout,
        Duration ackTimeout,
        Duration keepAlive,
        Duration firstReconnectDelay,
        Duration maxReconnectDelay,
        DeliveryLimits delivery) {

    private static final int MAX_IN_FLIGHT = 1000;

    public static final MqttLimits DEFAULT = new MqttLimits(
            10_000,
            16L * 1024 * 1024,
            64,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(30),
            DeliveryLimits.DEFAULT);

    public MqttLimits {
        if (maxQueued < 1 || maxQueuedBytes < 1) {
            throw new IllegalArgumentException(
                    "maxQueued and maxQueuedBytes must be at least 1, were: " + maxQueued + " and " + maxQueuedBytes);
        }
        if (maxInFlight < 1 || maxInFlight > MAX_IN_FLIGHT) {
            throw new IllegalArgumentException("maxInFlight must be 1 to " + MAX_IN_FLIGHT + ", was: " + maxInFlight);
        }
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("ackTimeout", ackTimeout);
        requirePositive("keepAlive", keepAlive);
        requirePositive("firstReconnectDelay", firstReconnectDelay);
        if (maxReconnectDelay.compareTo(firstReconnectDelay) < 0) {
            throw new IllegalArgumentException(
                    "maxReconnectDelay must be at least firstReconnectDelay, was: " + maxReconnectDelay);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 ms, was: " + value);
        }
    }

    public MqttLimits withQueue(int messages, long bytes) {
        return new MqttLimits(
                messages,
                bytes,
                maxInFlight,
                connectTimeout,
                ackTimeout,
                keepAlive,
                firstReconnectDelay,
                maxReconnectDelay,
                delivery);
    }

    public MqttLimits withInFlight(int messages) {
        return new MqttLimits(
                maxQueued,
                maxQueuedBytes,
                messages,
                connectTimeout,
                ackTimeout,
                keepAlive,
                firstReconnectDelay,
                maxReconnectDelay,
                delivery);
    }

    /** Times after which the other side counts as gone. */
    public MqttLimits withPatience(Duration connect, Duration acknowledge, Duration alive) {
        return new MqttLimits(
                maxQueued,
                maxQueuedBytes,
                maxInFlight,
                connect,
                acknowledge,
                alive,
                firstReconnectDelay,
                maxReconnectDelay,
                delivery);
    }

    public MqttLimits withReconnectDelay(Duration first, Duration longest) {
        return new MqttLimits(
                maxQueued,
                maxQueuedBytes,
                maxInFlight,
                connectTimeout,
                ackTimeout,
                keepAlive,
                first,
                longest,
                delivery);
    }

    public MqttLimits withDelivery(DeliveryLimits limits) {
        return new MqttLimits(
                maxQueued,
                maxQueuedBytes,
                maxInFlight,
                connectTimeout,
                ackTimeout,
                keepAlive,
                firstReconnectDelay,
                maxReconnectDelay,
                limits);
    }
}
