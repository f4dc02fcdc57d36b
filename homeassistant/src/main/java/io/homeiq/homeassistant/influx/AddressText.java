package io.homeiq.homeassistant.influx;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the parts of an {@link InfluxAddress}. */
final class AddressText {

    private static final String FORMS =
            "influxdb://[user@]host:8086/database[?rp=POLICY&tls=true] or influxdb2://host:8086/org/bucket[?tls=true]";

    private AddressText() {}

    static InfluxAddress parse(String text) {
        URI uri = uri(text);
        boolean isTwo = "influxdb2".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        List<String> parts = parts(uri.getRawPath());
        Map<String, String> options = options(uri.getRawQuery(), text);
        if (uri.getHost() == null || uri.getRawFragment() != null || parts.size() != (isTwo ? 2 : 1)) {
            throw wrong(text);
        }
        Endpoint endpoint = endpoint(uri, isTrue(options.remove("tls"), text), text);
        String user = user(uri, isTwo, text);
        String retention = isTwo ? null : options.remove("rp");
        if (!options.isEmpty()) {
            throw wrong(text);
        }
        return isTwo
                ? new InfluxAddress.Two(endpoint, parts.getFirst(), parts.getLast())
                : new InfluxAddress.One(endpoint, parts.getFirst(), retention, user);
    }

    /** Buckets are often called "Home Assistant", and few people write the space as %20. */
    private static URI uri(String text) {
        try {
            return new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    private static List<String> parts(@Nullable String path) {
        return path == null
                ? List.of()
                : Arrays.stream(path.split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(AddressText::decoded)
                        .toList();
    }

    private static Map<String, String> options(@Nullable String query, String text) {
        Map<String, String> options = new HashMap<>();
        if (query == null || query.isEmpty()) {
            return options;
        }
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals <= 0 || equals == option.length() - 1) {
                throw wrong(text);
            }
            options.put(option.substring(0, equals), decoded(option.substring(equals + 1)));
        }
        return options;
    }

    private static boolean isTrue(@Nullable String value, String text) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw wrong(text);
    }

    private static Endpoint endpoint(URI uri, boolean tls, String text) {
        try {
            return new Endpoint(tls, uri.getHost(), uri.getPort() < 0 ? Endpoint.USUAL_PORT : uri.getPort());
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static @Nullable String user(URI uri, boolean isTwo, String text) {
        String user = uri.getRawUserInfo();
        if (user == null) {
            return null;
        }
        if (isTwo || user.contains(":")) {
            throw new IllegalArgumentException("the address of an InfluxDB holds no "
                    + (isTwo ? "token; set INFLUXDB_TOKEN" : "password; set INFLUXDB_PASSWORD")
                    + " and leave out what stands before " + afterUser(text));
        }
        return decoded(user);
    }

    /** Never shows what stands before an @, which may be a password. */
    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "the address of an InfluxDB must be " + FORMS + ", was: " + afterUser(text));
    }

    private static String afterUser(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
