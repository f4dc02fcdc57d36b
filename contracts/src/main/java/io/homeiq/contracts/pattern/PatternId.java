package io.homeiq.contracts.pattern;

import java.util.regex.Pattern;

/**
 * Names a pattern. It follows from what the pattern says (home, kind, rule), so finding the same again never doubles it.
 *
 * @param value 1 to 64 lower-case letters, digits and underscores
 */
public record PatternId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_]{1,64}");

    public PatternId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("patternId must match " + ALLOWED + ", was: " + value);
        }
    }

    /** Whether the text can be the id of a pattern; for readers that must refuse a bad one rather than fail. */
    public static boolean isValid(String text) {
        return ALLOWED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
