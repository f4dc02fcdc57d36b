package io.homeiq.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Typed reading of environment variables. A fault is noted and a default goes on, so that all faults come to light. */
final class Variables {

    private static final int MAX_PORT = 65_535;
    private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void fault(String line) {
        faults.add(line);
    }

    String text(String key, String otherwise) {
        String value = optional(key);
        return value == null ? otherwise : value;
    }

    @Nullable
    String optional(String key) {
        String value = environment.getOrDefault(key, "").strip();
        return value.isEmpty() ? null : value;
    }

    @Nullable
    Secret secret(String key) {
        String value = optional(key);
        return value == null ? null : new Secret(value);
    }

    String choice(String key, String... allowed) {
        String value = text(key, allowed[0]);
        if (!List.of(allowed).contains(value)) {
            fault(key + "=" + value + " must be one of " + String.join(", ", allowed));
            return allowed[0];
        }
        return value;
    }

    int port(String key, int otherwise) {
        String value = text(key, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are no port.
        }
        fault(key + "=" + value + " must be a port, 1 to " + MAX_PORT + " (0: any free one)");
        return otherwise;
    }

    /** A whole number from 0 to the most. */
    int number(String key, int otherwise, int most) {
        String value = text(key, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are too large.
        }
        fault(key + "=" + value + " must be a whole number from 0 to " + most);
        return otherwise;
    }

    /** An address of one of the schemes. What it shows of a wrong one never holds a password. */
    URI url(String key, String otherwise, Set<String> schemes) {
        String value = optional(key);
        String text = value == null || value.equals(stripScheme(otherwise)) ? otherwise : value;
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getScheme() != null && schemes.contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, together with addresses of a wrong scheme.
        }
        String shown = USER_INFO.matcher(text).replaceAll("//***@");
        fault(key + "=" + shown + " must be an address such as "
                + schemes.stream().sorted().findFirst().orElse("http") + "://host:port");
        return URI.create("http://127.0.0.1");
    }

    private static String stripScheme(String address) {
        int scheme = address.indexOf("://");
        return scheme < 0 ? address : address.substring(scheme + 3);
    }
}
