package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From one analysis to the next: a habit that was proven stays so while the days that it is asked of anew do not tell
 * enough, since they are others every night. It is given up at once if people left or moved it, if it does not show
 * any more, if an automation does it by now, or if another proven habit does the same; else when it was not proven again for {@link #GRACE}.
 */
public final class Continuity {

    /** After this long without a new proof a habit is not proposed any more. */
    public static final Duration GRACE = Duration.ofDays(21);

    /** A habit that people keep less often is not proposed any more, whatever was proven once. */
    private static final double LEAST_CONFIDENCE = 0.6;

    private Continuity() {}

    /**
     * What holds now.
     *
     * @param known what held until now
     * @param found by an analysis, each under the id of the known one that it is another sight of
     * @param end of the history that was analysed
     * @return what was found, and of what was known all that still holds; a known one stays as it is but for its confidence
     */
    public static List<Pattern> join(List<Pattern> known, List<Pattern> found, Instant end) {
        Map<PatternId, Pattern> now = new LinkedHashMap<>();
        found.forEach(pattern -> now.put(pattern.id(), pattern));
        for (Pattern before : known) {
            Pattern seen = now.get(before.id());
            if (seen != null && before.isProven() && isOpen(before, seen, end) && !isDoneElse(before, found)) {
                now.put(before.id(), before.withConfidence(seen.confidence()));
            }
        }
        return new ArrayList<>(now.values());
    }

    private static boolean isOpen(Pattern before, Pattern seen, Instant end) {
        return !before.lastSeen().plus(GRACE).isBefore(end)
                && seen.finding() instanceof Finding.NotProposed not
                && Boolean.TRUE.equals(not.unsure())
                && seen.confidence() >= LEAST_CONFIDENCE;
    }

    private static boolean isDoneElse(Pattern before, List<Pattern> found) {
        return found.stream()
                .filter(Pattern::isProven)
                .filter(other -> !other.id().equals(before.id()))
                .anyMatch(other -> other.entity().equals(before.entity())
                        && KnownPatterns.call(other.rule()).equals(KnownPatterns.call(before.rule())));
    }
}
