package io.homeiq.app.evaluate;

import io.homeiq.app.bench.Measure;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found in one real set.
 *
 * @param uses how many acts it holds; 0 if it is not there
 * @param suggestions what was proven
 * @param fired how often these would have fired on the held-out days
 * @param agreed at how many of these people did the same
 * @param survivors what was proven when times were shuffled, all shuffles together
 */
public record RealResult(String title, int uses, int suggestions, int fired, int agreed, int survivors, int shuffles) {

    /** What must be reached; empty if the set is not there. */
    Optional<Measure> measure() {
        return uses == 0
                ? Optional.empty()
                : Optional.of(new Measure(
                        title + ": suggestions in " + shuffles + " shuffles of its times", survivors, "", 0, true));
    }

    String remark() {
        if (uses == 0) {
            return title + ": not measured, the set is not there.";
        }
        double agreement = fired == 0 ? 0 : (double) agreed / fired;
        return String.format(
                Locale.ROOT,
                "%s: %d suggestions from %d uses; on the held-out days they fired %d times and people agreed %d times"
                        + " (%.2f).",
                title,
                suggestions,
                uses,
                fired,
                agreed,
                agreement);
    }
}
