package io.homeiq.homeassistant.influx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the history lies within an InfluxDB. It never holds a password or a token. */
public sealed interface InfluxAddress {

    /** What an address of version 1 begins with. */
    String SCHEME_ONE = "influxdb://";

    /** What an address of version 2 begins with. */
    String SCHEME_TWO = "influxdb2://";

    /** Whether the text is meant as such an address, be it right or wrong. */
    static boolean isOne(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return start.startsWith(SCHEME_ONE) || start.startsWith(SCHEME_TWO);
    }

    /**
     * Reads {@code influxdb://[user@]host[:port]/database[?rp=POLICY&tls=true]} or
     * {@code influxdb2://host[:port]/org/bucket[?tls=true]}; the port is 8086 if none is told.
     *
     * @throws IllegalArgumentException with a line that says how it should be, and does not show a password
     */
    static InfluxAddress parse(String text) {
        return AddressText.parse(text.strip());
    }

    /** A name as it stands in an address: whatever could be taken for a part of the address itself is written as %XX. */
    static String encoded(String name) {
        return AddressText.encoded(name);
    }

    /** The database or the bucket. */
    String database();

    /** Where it listens. */
    Endpoint endpoint();

    /** What people call it; {@link #parse} reads it back. */
    @Override
    String toString();

    /**
     * A database of version 1, asked by InfluxQL.
     *
     * @param retention the retention policy that is read; null: the database's default
     * @param user null: the one of the login, or none
     */
    record One(
            Endpoint endpoint,
            String database,
            @Nullable String retention,
            @Nullable String user) implements InfluxAddress {

        @Override
        public String toString() {
            String start = SCHEME_ONE + (user == null ? "" : AddressText.encoded(user) + "@") + endpoint + "/"
                    + AddressText.encoded(database);
            String policy = retention == null ? "" : "rp=" + AddressText.encoded(retention);
            String both =
                    policy + (policy.isEmpty() || !endpoint.tls() ? "" : "&") + (endpoint.tls() ? "tls=true" : "");
            return start + (both.isEmpty() ? "" : "?" + both);
        }
    }

    /** A bucket of version 2, asked by Flux. */
    record Two(Endpoint endpoint, String org, String bucket) implements InfluxAddress {

        @Override
        public String database() {
            return bucket;
        }

        @Override
        public String toString() {
            return SCHEME_TWO + endpoint + "/" + AddressText.encoded(org) + "/" + AddressText.encoded(bucket)
                    + (endpoint.tls() ? "?tls=true" : "");
        }
    }
}
