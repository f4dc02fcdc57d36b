package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.score.ChangeScore;
import io.homeiq.simulation.score.Matching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks every week at one habit that does not change: it is wrong to take it for one that did. */
final class SteadyWatch {

    /** A confidence lower by so much shows that a change was noticed. */
    private static final double FALL = 0.1;

    private final PlantedRoutine routine;
    private final List<Instant> looks;
    private final List<Double> confidences = new ArrayList<>();
    private int next;
    private String why = "";
    private boolean ended;

    /** @param looks in order of time, a week apart */
    SteadyWatch(PlantedRoutine routine, List<Instant> looks) {
        this.routine = routine;
        this.looks = List.copyOf(looks);
    }

    boolean isDue(Instant time) {
        return next < looks.size() && !time.isBefore(looks.get(next));
    }

    /** @param standing all that is known, also what is not proposed */
    void at(Instant time, List<Pattern> standing) {
        if (isDue(time)) {
            next++;
            Double now = confidenceOf(routine, standing.stream().filter(Pattern::isProven));
            if (now == null && !confidences.isEmpty() && !confidences.getLast().isNaN()) {
                lose(standing);
            }
            confidences.add(now == null ? Double.NaN : now);
        }
    }

    /** How sure a habit is; null if it is not proposed. */
    static @Nullable Double confidenceOf(PlantedRoutine routine, Stream<Pattern> proven) {
        return proven.filter(pattern -> Matching.of(pattern.rule(), routine)
                        .filter(match -> match.timing())
                        .isPresent())
                .map(Pattern::confidence)
                .max(Double::compare)
                .orElse(null);
    }

    private void lose(List<Pattern> standing) {
        why = "not found any more";
        standing.stream()
                .filter(pattern -> Matching.of(pattern.rule(), routine)
                        .filter(match -> match.timing())
                        .isPresent())
                .findFirst()
                .ifPresent(pattern -> {
                    ended |= pattern.isOver();
                    why = String.format(Locale.ROOT, "%.2f, %s", pattern.confidence(), pattern.finding());
                });
    }

    /** Whether the habit is not proposed any more, or less surely. */
    static boolean isFall(double before, @Nullable Double now) {
        return now == null || now <= before - FALL;
    }

    ChangeScore score() {
        boolean known = false;
        boolean lost = false;
        int weeks = 0;
        int falls = 0;
        for (int i = 0; i < confidences.size(); i++) {
            double now = confidences.get(i);
            lost |= known && Double.isNaN(now);
            known |= !Double.isNaN(now);
            if (i > 0 && !Double.isNaN(confidences.get(i - 1))) {
                weeks++;
                falls += isFall(confidences.get(i - 1), Double.isNaN(now) ? null : now) ? 1 : 0;
            }
        }
        return known ? ChangeScore.ofSteady(ended, lost, weeks, falls) : ChangeScore.NOTHING;
    }

    /** For whoever looks into one that was taken for changed. */
    String story() {
        StringBuilder story = new StringBuilder(routine.id() + " steady:");
        confidences.forEach(value -> story.append(value.isNaN() ? " -" : String.format(Locale.ROOT, " %.3f", value)));
        ChangeScore score = score();
        return story + (score.lost() > 0 ? " LOST: " + why : "") + (score.falls() > 0 ? " FELL" : "");
    }
}
