package io.homeiq.service.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a service listens.
 *
 * @param host the address to bind to, for example {@code 127.0.0.1}
 * @param port 1 to 65535; 0 takes any free one
 * @param apiKey what callers must show for everything but health; null: nothing
 * @param idleTimeout whole seconds; a connection on which nothing was read or written for so long is closed, also one whose client never reads
 */
public record ServerSettings(
        String host, int port, @Nullable ApiKey apiKey, Duration idleTimeout) {

    public ServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be an address to bind to, was empty");
        }
        if (idleTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException("idleTimeout must be 1 s or more, was: " + idleTimeout);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was: " + port);
        }
    }

    /** Idle connections are closed after two minutes. */
    public ServerSettings(String host, int port, @Nullable ApiKey apiKey) {
        this(host, port, apiKey, ServerLimits.IDLE_TIMEOUT);
    }

    /** Without a key. */
    public ServerSettings(String host, int port) {
        this(host, port, null);
    }
}
