package io.homeiq.testing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What happens to a test whose real part (a broker, a Home Assistant) is not on this machine: it is skipped with one line that
 * tells the cure, so that a clean checkout can be tested anywhere, or it fails where {@code HOMEIQ_REQUIRE_REAL_PARTS=1}, so
 * that a continuous build can never be green without having tried them.
 */
public final class RealParts {

    /** The environment variable that turns a skipped test into a failed one. */
    public static final String REQUIRE_VARIABLE = "HOMEIQ_REQUIRE_REAL_PARTS";

    private final boolean required;

    private RealParts(boolean required) {
        this.required = required;
    }

    /** Decides as the environment of this process says. */
    public static RealParts fromEnvironment() {
        return new RealParts("1".equals(System.getenv(REQUIRE_VARIABLE)));
    }

    /** Decides as told, whatever the environment says. */
    public static RealParts required(boolean required) {
        return new RealParts(required);
    }

    /**
     * Returns the part if it was found, and otherwise ends the test.
     *
     * @param name what is missing, as a person would call it: {@code mosquitto}
     * @param cure how to get it: {@code apt-get install mosquitto}
     * @throws org.opentest4j.TestAbortedException if it was not found, which JUnit reports as skipped
     * @throws AssertionError if it was not found and is required
     */
    public <T> T need(String name, Optional<T> found, String cure) {
        requireNonNull(name, "name");
        requireNonNull(cure, "cure");
        if (found.isPresent()) {
            return found.get();
        }
        String message = name + " is not on this machine: " + cure;
        return required ? Assertions.fail(message) : Assumptions.abort(message);
    }
}
