package io.homeiq.contracts.suggestion;

import java.util.regex.Pattern;

/**
 * Names a suggestion; it follows from the pattern that it came from.
 *
 * @param value 1 to 64 lower-case letters, digits and underscores
 */
public record SuggestionId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_]{1,64}");

    public SuggestionId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("suggestionId must match " + ALLOWED + ", was: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
