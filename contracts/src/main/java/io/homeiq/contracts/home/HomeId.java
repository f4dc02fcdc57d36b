package io.homeiq.contracts.home;

import java.util.regex.Pattern;

/**
 * Names the home that a fact belongs to. Part of every topic, so it holds no wildcard and no slash.
 *
 * @param value 1 to 64 lower-case letters, digits, dashes and underscores
 */
public record HomeId(String value) {

    /** Stands first: the constant below is checked against it. */
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]{1,64}");

    /** The home of a process that serves only one and was not told its name. */
    public static final HomeId DEFAULT = new HomeId("home");

    public HomeId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("homeId must match " + ALLOWED + ", was: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
