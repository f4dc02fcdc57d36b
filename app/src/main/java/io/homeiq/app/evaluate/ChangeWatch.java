package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.score.ChangeScore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks at one changing habit twice: on the day on which it changes, and a week later. */
final class ChangeWatch {

    private static final int WEEK = 7;

    private final PlantedRoutine before;
    private final RoutineChange change;
    private final Instant changes;
    private final Instant mustBeKnown;
    private @Nullable Double confidence;
    private @Nullable Double later;
    private boolean lookedBefore;
    private boolean lookedAfter;

    ChangeWatch(PlantedRoutine routine, RoutineChange change, ZoneId zone) {
        this.before = routine.unchanged();
        this.change = change;
        this.changes = change.date().atStartOfDay(zone).toInstant();
        this.mustBeKnown = change.date().plusDays(WEEK).atStartOfDay(zone).toInstant();
    }

    boolean isDue(Instant time) {
        boolean before = !lookedBefore && !time.isBefore(changes);
        return before || !lookedAfter && confidence != null && !time.isBefore(mustBeKnown);
    }

    void at(Instant time, List<Pattern> standing) {
        if (!lookedBefore && !time.isBefore(changes)) {
            lookedBefore = true;
            confidence = SteadyWatch.confidenceOf(before, standing.stream().filter(Pattern::isProven));
        }
        if (!lookedAfter && confidence != null && !time.isBefore(mustBeKnown)) {
            lookedAfter = true;
            later = SteadyWatch.confidenceOf(before, standing.stream().filter(Pattern::isProven));
        }
    }

    private boolean isNoticed() {
        return confidence != null && SteadyWatch.isFall(confidence, later);
    }

    /** Counts if the habit was known before and the history went on for a week. */
    ChangeScore score() {
        return lookedAfter ? ChangeScore.ofChange(isNoticed()) : ChangeScore.NOTHING;
    }

    /** For whoever looks into a change that was not noticed. */
    String story() {
        String seen = !lookedAfter
                ? "was not proposed before, or the history ends"
                : String.format(
                        Locale.ROOT,
                        "%s, confidence %.3f, a week later %s",
                        isNoticed() ? "noticed" : "NOT NOTICED",
                        confidence,
                        later == null ? "not proposed" : String.format(Locale.ROOT, "%.3f", later));
        return before.id() + " " + change + ": " + seen;
    }
}
