package io.homeiq.automation.suggestion;

import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;
import java.util.List;

/**
 * What waits for the owner, as it is kept on the bus for everyone who comes later.
 *
 * @param count how many wait
 * @param best the first ones in their order; at most {@link #MAX_BEST}
 * @param updatedAt when this was so
 */
public record OpenSuggestions(long count, List<Line> best, Instant updatedAt) {

    /** With titles of {@link #MAX_TITLE} characters of twelve bytes each, as JSON escapes them, it stays below the 64 KiB of a message. */
    public static final int MAX_BEST = 20;

    /** In characters. */
    static final int MAX_TITLE = 200;

    /** One of them, short. */
    public record Line(SuggestionId id, String title, double confidence, SafetyTier tier) {

        static Line of(Suggestion suggestion) {
            String title = suggestion.title();
            return new Line(
                    suggestion.id(),
                    title.codePointCount(0, title.length()) <= MAX_TITLE
                            ? title
                            : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…",
                    suggestion.confidence(),
                    suggestion.safety().tier());
        }
    }

    public OpenSuggestions {
        best = List.copyOf(best);
        if (best.size() > MAX_BEST || best.size() > count) {
            throw new IllegalArgumentException("of " + count + " suggestions " + best.size() + " cannot be the best");
        }
    }
}
