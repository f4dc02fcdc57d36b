package io.homeiq.contracts.event;

import io.homeiq.contracts.pattern.PatternId;

/**
 * A known pattern does not hold any more.
 *
 * @param reason one sentence for the owner
 */
public record PatternRetired(PatternId patternId, String reason) implements EventData {

    public PatternRetired {
        RequiredText.check("reason", reason);
    }

    @Override
    public String subject() {
        return patternId.value();
    }
}
