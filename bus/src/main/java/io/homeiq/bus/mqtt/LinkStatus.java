package io.homeiq.bus.mqtt;

import org.jspecify.annotations.Nullable;

/** How an {@link MqttBus} stands with its broker, for readiness and for people. No secret is in it. */
public sealed interface LinkStatus {

    /** A connection and all subscriptions stand. */
    record Connected() implements LinkStatus {}

    /**
     * There is none, and one is sought.
     *
     * @param failures attempts that have failed since the last connection that held
     * @param problem why the last one failed, in one line; null before the first failure
     */
    record Connecting(int failures, @Nullable String problem) implements LinkStatus {}

    /** Closed for good. */
    record Closed() implements LinkStatus {}
}
