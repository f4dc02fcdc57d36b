package io.homeiq.mining;

import io.homeiq.contracts.pattern.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in a home's history.
 *
 * @param period null if there was no event at all
 * @param patterns proven ones first, best first
 * @param events how many were accepted
 * @param notes what the reader of the result should know, such as too short a history; one sentence each
 */
public record Analysis(@Nullable Period period, List<Pattern> patterns, long events, List<String> notes) {

    public Analysis {
        patterns = List.copyOf(patterns);
        notes = List.copyOf(notes);
    }

    public List<Pattern> proven() {
        return patterns.stream().filter(Pattern::isProven).toList();
    }
}
