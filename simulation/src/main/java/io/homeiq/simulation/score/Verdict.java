package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a suggestion is worth.
 *
 * @param routines ids of the planted routines that it says: several, if these have one occasion; empty if it says none
 * @param match null if it says none
 */
public record Verdict(
        Pattern pattern,
        Worth worth,
        List<String> routines,
        @Nullable Match match) {

    public Verdict {
        routines = List.copyOf(routines);
    }

    /** How a suggestion counts. */
    public enum Worth {
        /** It is really there. */
        RIGHT,
        /** It is really there, but a better one says so as well. */
        DOUBLE,
        /** Of a routine that was given up in part: neither right nor wrong. */
        NEUTRAL,
        /** Nothing of the kind is there. */
        WRONG
    }

    static Verdict wrong(Pattern pattern) {
        return new Verdict(pattern, Worth.WRONG, List.of(), null);
    }

    /** Empty unless it says something that is there. */
    public Optional<Match> found() {
        return Optional.ofNullable(match);
    }
}
