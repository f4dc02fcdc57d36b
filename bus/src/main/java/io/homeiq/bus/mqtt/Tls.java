package io.homeiq.bus.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted connection.
 *
 * @param certificateAuthority PEM file of the authority that signed the broker's certificate; null for those that Java trusts
 * @param verifyHost whether the certificate must name the host that we connect to
 */
public record Tls(@Nullable Path certificateAuthority, boolean verifyHost) {

    /** The authorities that Java trusts, and the host's name checked. */
    public static final Tls DEFAULT = new Tls(null, true);
}
