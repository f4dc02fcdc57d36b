package io.homeiq.homeassistant.influx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What an InfluxDB knows us by. It can never be read from a log or an error, because its text form does not show it.
 *
 * @param user of version 1; null: the one of the address, or none
 * @param password of version 1
 * @param token of version 2
 */
public record InfluxLogin(
        @Nullable String user,
        @Nullable String password,
        @Nullable String token) {

    /** For an InfluxDB that lets everybody in. */
    public static final InfluxLogin NONE = new InfluxLogin(null, null, null);

    /** The header {@code Authorization} for this address; null: none is sent. */
    @Nullable
    String headerFor(InfluxAddress address) {
        return switch (address) {
            case InfluxAddress.One one -> {
                String name = one.user() == null ? user : one.user();
                String both = name + ":" + (password == null ? "" : password);
                yield name == null
                        ? null
                        : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
            }
            case InfluxAddress.Two ignored -> token == null ? null : "Token " + token;
        };
    }

    @Override
    public String toString() {
        return "InfluxLogin[***]";
    }
}
