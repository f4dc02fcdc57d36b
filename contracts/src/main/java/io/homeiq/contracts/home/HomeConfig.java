package io.homeiq.contracts.home;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When and where the home lives.
 *
 * @param location null if not known; then no habit can be tied to the sun
 */
public record HomeConfig(
        String name, ZoneId timeZone, @Nullable Location location) {

    /** What is assumed of a home that tells nothing of itself. */
    public static final HomeConfig UNKNOWN = new HomeConfig("Home", ZoneOffset.UTC, null);
}
