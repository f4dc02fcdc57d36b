package io.homeiq.contracts.event;

import io.homeiq.contracts.pattern.Pattern;

/** A pattern was found for the first time. */
public record PatternDetected(Pattern pattern) implements EventData {

    @Override
    public String subject() {
        return pattern.id().value();
    }
}
