package io.homeiq.contracts.event;

import io.homeiq.contracts.pattern.Pattern;

/**
 * A known pattern was found again with another rule, strength or verdict.
 *
 * @param previousConfidence before this change, 0 to 1
 */
public record PatternChanged(Pattern pattern, double previousConfidence) implements EventData {

    public PatternChanged {
        if (!(0 <= previousConfidence && previousConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "previousConfidence must lie within 0 and 1, was: " + previousConfidence);
        }
    }

    @Override
    public String subject() {
        return pattern.id().value();
    }
}
