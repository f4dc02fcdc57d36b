package io.homeiq.contracts.rule;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The home's clock shows one of these times.
 *
 * @param at at least one, to the second
 */
public record TimeTrigger(List<LocalTime> at) implements Trigger {

    public TimeTrigger {
        at = List.copyOf(at);
        if (at.isEmpty()
                || !at.stream()
                        .allMatch(time -> time.truncatedTo(ChronoUnit.SECONDS).equals(time))) {
            throw new IllegalArgumentException("a time trigger needs times of whole seconds, was: " + at);
        }
    }

    /** Once a day. */
    public static TimeTrigger at(LocalTime time) {
        return new TimeTrigger(List.of(time));
    }
}
