package io.homeiq.app.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the five services, with the port that it has unless told otherwise. */
public enum Role {
    DATA(8006),
    PATTERN(8016),
    TRAINING(8017),
    QUERY(8018),
    AUTOMATION(8021);

    private final int defaultPort;

    Role(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** As on the command line and in the names of its settings, in lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
