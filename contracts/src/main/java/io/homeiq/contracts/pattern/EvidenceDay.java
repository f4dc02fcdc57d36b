package io.homeiq.contracts.pattern;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One firing or one missed act within the held-out days.
 *
 * @param date the local day
 * @param firedAt when the rule would have fired; null if missed
 * @param actedAt when a person did it; null if unwanted
 */
public record EvidenceDay(
        LocalDate date,
        DayOutcome outcome,
        @Nullable Instant firedAt,
        @Nullable Instant actedAt) {

    public EvidenceDay {
        boolean fits = switch (outcome) {
            case AGREED -> firedAt != null && actedAt != null;
            case UNWANTED -> firedAt != null && actedAt == null;
            case MISSED -> firedAt == null && actedAt != null;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "an outcome of " + outcome + " cannot have fired at " + firedAt + " and been acted at " + actedAt);
        }
    }
}
