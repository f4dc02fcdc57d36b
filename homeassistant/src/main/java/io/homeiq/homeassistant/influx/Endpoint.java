package io.homeiq.homeassistant.influx;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where an InfluxDB listens.
 *
 * @param tls whether it speaks HTTPS
 * @param host name or address, an IPv6 address in brackets
 * @param port 1 to 65535
 */
record Endpoint(boolean tls, String host, int port) {

    /** What InfluxDB takes unless it is told otherwise. */
    static final int USUAL_PORT = 8086;

    private static final int MAX_PORT = 65_535;

    Endpoint {
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "an InfluxDB needs a host and a port of 1 to 65535, was: " + host + ":" + port);
        }
    }

    /** The address to ask, with a path that begins with a slash. */
    URI uri(String pathAndQuery) {
        try {
            return new URI((tls ? "https://" : "http://") + this + pathAndQuery);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no address: " + this + pathAndQuery, impossible);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
