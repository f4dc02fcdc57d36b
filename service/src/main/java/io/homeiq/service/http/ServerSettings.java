package io.homeiq.service.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a service listens.
 *
 * @param host the address to bind to, for example {@code 127.0.0.1}
 * @param port 1 to 65535; 0 takes any free one
 * @param apiKey what callers must show for everything but health; null: nothing
 */
public record ServerSettings(
        String host, int port, @Nullable ApiKey apiKey) {

    public ServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be an address to bind to, was empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was: " + port);
        }
    }

    /** Without a key. */
    public ServerSettings(String host, int port) {
        this(host, port, null);
    }
}
