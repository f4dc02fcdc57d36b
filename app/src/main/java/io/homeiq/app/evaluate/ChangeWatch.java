package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.score.ChangeScore;
import io.homeiq.simulation.score.Matching;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at one changing habit twice: on the day on which it changes, and a week later. */
final class ChangeWatch {

    private static final int WEEK = 7;

    /** A confidence lower by so much shows that the change was noticed. */
    private static final double DECAY = 0.1;

    private final PlantedRoutine before;
    private final Instant changes;
    private final Instant mustBeKnown;
    private @Nullable Double confidence;
    private boolean lookedBefore;
    private boolean lookedAfter;
    private boolean noticed;

    ChangeWatch(PlantedRoutine routine, RoutineChange change, ZoneId zone) {
        this.before = routine.unchanged();
        this.changes = change.date().atStartOfDay(zone).toInstant();
        this.mustBeKnown = change.date().plusDays(WEEK).atStartOfDay(zone).toInstant();
    }

    /** Called as the history goes on; asks for an analysis at its two moments alone. */
    void at(Instant time, Supplier<List<Pattern>> proven) {
        if (!lookedBefore && !time.isBefore(changes)) {
            lookedBefore = true;
            confidence = confidenceOf(proven.get());
        }
        if (!lookedAfter && confidence != null && !time.isBefore(mustBeKnown)) {
            lookedAfter = true;
            Double now = confidenceOf(proven.get());
            noticed = now == null || now <= confidence - DECAY;
        }
    }

    /** How sure the old habit is; null if it is not proposed. */
    private @Nullable Double confidenceOf(List<Pattern> proven) {
        return proven.stream()
                .filter(pattern -> Matching.of(pattern.rule(), before)
                        .filter(match -> match.timing())
                        .isPresent())
                .map(Pattern::confidence)
                .max(Double::compare)
                .orElse(null);
    }

    /** Counts if the habit was known before and the history went on for a week. */
    ChangeScore score() {
        return lookedAfter ? new ChangeScore(1, noticed ? 1 : 0) : ChangeScore.NOTHING;
    }
}
