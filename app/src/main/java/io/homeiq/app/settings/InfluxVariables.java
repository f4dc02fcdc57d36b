package io.homeiq.app.settings;

import io.homeiq.homeassistant.influx.InfluxAddress;
import io.homeiq.homeassistant.influx.InfluxLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The login of an InfluxDB, and, under the older system's names, which one it is. Only commands that are given an address
 * of an InfluxDB look at them.
 */
public record InfluxVariables(Map<String, String> environment) {

    private static final Pattern HTTP = Pattern.compile("(https?)://([^/?#]+)/?");

    public InfluxVariables {
        environment = Map.copyOf(environment);
    }

    /** All names that are read. */
    static List<String> names() {
        return List.of(
                "INFLUXDB_URL",
                "INFLUXDB_DATABASE",
                "INFLUXDB_USERNAME",
                "INFLUXDB_PASSWORD",
                "INFLUXDB_ORG",
                "INFLUXDB_BUCKET",
                "INFLUXDB_TOKEN");
    }

    /** User and password of version 1, token of version 2; each may be missing. */
    public InfluxLogin login() {
        return new InfluxLogin(value("INFLUXDB_USERNAME"), value("INFLUXDB_PASSWORD"), value("INFLUXDB_TOKEN"));
    }

    /**
     * The address that a person wrote; of {@code influxdb://} and {@code influxdb2://} alone, the one that the variables
     * tell.
     *
     * @throws IllegalArgumentException with one line that says what is wrong and the cure
     */
    public InfluxAddress address(String text) {
        return switch (text.strip()) {
            case InfluxAddress.SCHEME_ONE -> InfluxAddress.parse(told(text.strip(), "INFLUXDB_DATABASE"));
            case InfluxAddress.SCHEME_TWO -> InfluxAddress.parse(told(text.strip(), "INFLUXDB_ORG", "INFLUXDB_BUCKET"));
            default -> InfluxAddress.parse(text);
        };
    }

    private String told(String scheme, String... parts) {
        Matcher url = HTTP.matcher(required(scheme, "INFLUXDB_URL"));
        if (!url.matches() || url.group(2).contains("@")) {
            throw new IllegalArgumentException("INFLUXDB_URL must be an address such as http://host:8086");
        }
        StringBuilder address = new StringBuilder(scheme).append(url.group(2));
        for (String part : parts) {
            address.append('/').append(InfluxAddress.encoded(required(scheme, part)));
        }
        return address + (url.group(1).equals("https") ? "?tls=true" : "");
    }

    private String required(String scheme, String key) {
        return Optional.ofNullable(value(key))
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " is not set, which " + scheme + " alone needs; set it or write the whole address"));
    }

    private @Nullable String value(String key) {
        String value = environment.getOrDefault(key, "").strip();
        return value.isEmpty() ? null : value;
    }
}
