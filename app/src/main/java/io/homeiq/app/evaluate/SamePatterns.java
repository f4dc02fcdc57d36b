package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Drift;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Pattern;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two analyses found the same: each pattern of one has a twin of its own among those of the other, with the same
 * numbers. Ids may differ, for a habit that moves keeps the one under which it was first seen; and so may the sequence.
 * Several patterns may have the same rule: a door that is odd twice would be watched alike both times.
 */
final class SamePatterns {

    private static final double TOLERANCE = 1e-9;

    private SamePatterns() {}

    static boolean are(List<Pattern> one, List<Pattern> other) {
        List<Pattern> left = new ArrayList<>(other);
        return one.size() == other.size() && one.stream().allMatch(pattern -> take(pattern, left));
    }

    /** Takes away the twin of a pattern; false if there is none. */
    private static boolean take(Pattern pattern, List<Pattern> left) {
        for (Iterator<Pattern> others = left.iterator(); others.hasNext(); ) {
            if (isSame(pattern, others.next())) {
                others.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Pattern one, Pattern other) {
        return one.kind() == other.kind()
                && one.entity().equals(other.entity())
                && one.rule().equals(other.rule())
                && one.finding().equals(other.finding())
                && one.occurrences() == other.occurrences()
                && one.firstSeen().equals(other.firstSeen())
                && one.lastSeen().equals(other.lastSeen())
                && isNear(one.confidence(), other.confidence())
                && isNear(one.qValue(), other.qValue())
                && isSame(one.evidence(), other.evidence())
                && isSame(one.drift(), other.drift());
    }

    private static boolean isSame(@Nullable Evidence one, @Nullable Evidence other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.opportunities() == other.opportunities()
                && one.agreed() == other.agreed()
                && one.unwanted() == other.unwanted()
                && one.missed() == other.missed()
                && isNear(one.agreementLow(), other.agreementLow())
                && isNear(one.agreementHigh(), other.agreementHigh())
                && one.days().equals(other.days());
    }

    /** But for the id of the other pattern that it tells of. */
    private static boolean isSame(@Nullable Drift one, @Nullable Drift other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.kind() == other.kind()
                && one.since().equals(other.since())
                && one.reason().equals(other.reason())
                && (one.other() == null) == (other.other() == null);
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE;
    }
}
