package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.TopicFilter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the broker knows of one client, connected or away. */
final class Session {

    private final String clientId;
    private final Outgoing outgoing;
    private final Set<TopicFilter> filters = new HashSet<>();
    private final Set<Integer> unreleased = new HashSet<>();
    private @Nullable ClientConnection connection;
    private @Nullable Will will;
    private Duration expiry = Duration.ZERO;
    private @Nullable Long expiryTimer;
    private @Nullable Long willTimer;

    Session(String clientId, Outgoing outgoing) {
        this.clientId = clientId;
        this.outgoing = outgoing;
    }

    String clientId() {
        return clientId;
    }

    /** What it subscribes to. */
    Set<TopicFilter> filters() {
        return filters;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** The packet ids of messages with quality of service 2 that were received and not yet released. */
    Set<Integer> unreleased() {
        return unreleased;
    }

    @Nullable
    ClientConnection connection() {
        return connection;
    }

    void connection(@Nullable ClientConnection value) {
        connection = value;
    }

    @Nullable
    Will will() {
        return will;
    }

    void will(@Nullable Will value) {
        will = value;
    }

    /** How long it is kept after the connection ends; zero for not at all. */
    Duration expiry() {
        return expiry;
    }

    void expiry(Duration value) {
        expiry = value;
    }

    /** The timer that ends it while the client is away. */
    @Nullable
    Long expiryTimer() {
        return expiryTimer;
    }

    void expiryTimer(@Nullable Long value) {
        expiryTimer = value;
    }

    /** The timer that publishes the will of a client that does not come back. */
    @Nullable
    Long willTimer() {
        return willTimer;
    }

    void willTimer(@Nullable Long value) {
        willTimer = value;
    }
}
