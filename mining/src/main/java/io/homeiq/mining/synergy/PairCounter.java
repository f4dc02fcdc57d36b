package io.homeiq.mining.synergy;

import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;

/**
 * Counts how often somebody makes the one change soon after the other, and soon after the same moments moved by up to a
 * week. A shared daily rhythm and a popular device follow both alike.
 */
final class PairCounter {

    /** How soon is soon, in milliseconds. */
    static final long SOON = 300_000;

    /** What followed more rarely is no opportunity, and is compared with nothing. */
    static final int MIN_FOLLOWED = 6;

    private static final int SHIFTED_DAYS = 7;
    private static final long DAY_MILLIS = 86_400_000L;

    private final Household home;
    private final DayRange range;
    private final long start;
    private final long end;

    PairCounter(Household home, DayRange range) {
        this.home = home;
        this.range = range;
        this.start = home.calendar().startOf(range.first());
        this.end = home.calendar().startOf(range.last() + 1);
    }

    Correlation count(Moves occasion, Reply answer) {
        Timeline triggers = occasion.timeline();
        long[] moments = new long[triggers.size()];
        int occasions = 0;
        int followed = 0;
        long quietUntil = Long.MIN_VALUE;
        for (int i = triggers.firstAtOrAfter(start); i < triggers.size() && triggers.timeAt(i) < end; i++) {
            long time = triggers.timeAt(i);
            if (time >= quietUntil && occasion.isAt(i) && answer.arePossibleAt(time)) {
                moments[occasions++] = time;
                if (answer.followBy(time, SOON)) {
                    followed++;
                    // One act answers one occasion only.
                    quietUntil = time + SOON;
                }
            }
        }
        int acts = Math.max(followed, answer.acts(start, end));
        return followed < MIN_FOLLOWED
                ? new Correlation(occasions, followed, acts, 0, 0)
                : compare(new Correlation(occasions, followed, acts, 0, 0), Arrays.copyOf(moments, occasions), answer);
    }

    private Correlation compare(Correlation counted, long[] moments, Reply answer) {
        int compared = 0;
        int comparedFollowed = 0;
        for (long moment : moments) {
            for (int shift = -SHIFTED_DAYS; shift <= SHIFTED_DAYS; shift++) {
                long moved = moment + shift * DAY_MILLIS;
                boolean counts = shift != 0 && range.contains(home.calendar().dayOf(moved));
                if (counts && answer.arePossibleAt(moved)) {
                    compared++;
                    comparedFollowed += answer.followBy(moved, SOON) ? 1 : 0;
                }
            }
        }
        return new Correlation(counted.occasions(), counted.followed(), counted.acts(), compared, comparedFollowed);
    }
}
