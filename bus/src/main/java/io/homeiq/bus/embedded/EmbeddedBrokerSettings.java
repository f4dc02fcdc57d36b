package io.homeiq.bus.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Where the broker listens and whom it lets in. The text form names no password.
 *
 * @param host the address to listen on; {@code 127.0.0.1} lets in nobody from other machines
 * @param port 0 to 65535, 0 for any free one
 * @param login null to let in everybody who reaches the port
 */
public record EmbeddedBrokerSettings(
        String host, int port, @Nullable Login login, BrokerLimits limits) {

    private static final int MAX_PORT = 65_535;

    public EmbeddedBrokerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must be an address of this machine, was empty");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be 0 to " + MAX_PORT + ", was: " + port);
        }
    }

    /** For this machine only. */
    public static EmbeddedBrokerSettings onPort(int port) {
        return new EmbeddedBrokerSettings("127.0.0.1", port, null, BrokerLimits.DEFAULT);
    }

    /** On any free port, for this machine only. */
    public static EmbeddedBrokerSettings onFreePort() {
        return onPort(0);
    }

    public EmbeddedBrokerSettings withHost(String value) {
        return new EmbeddedBrokerSettings(value, port, login, limits);
    }

    public EmbeddedBrokerSettings withLogin(String username, String password) {
        return new EmbeddedBrokerSettings(host, port, new Login(username, password), limits);
    }

    public EmbeddedBrokerSettings withLimits(BrokerLimits value) {
        return new EmbeddedBrokerSettings(host, port, login, value);
    }

    /** The one user that is let in. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }
}
