package io.homeiq.contracts.synergy;

import java.util.regex.Pattern;

/**
 * Names a synergy. It follows from what the synergy says (home, type, entities), so finding the same again never doubles it.
 *
 * @param value 1 to 64 lower-case letters, digits and underscores
 */
public record SynergyId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_]{1,64}");

    public SynergyId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("synergyId must match " + ALLOWED + ", was: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
