package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;

/**
 * How often a deed is done around the same moments of other days: what the daily rhythm and the popularity of a device
 * explain without any tie to what happened then. Every moment is moved by one to seven days, back and forth.
 *
 * @param beforeMillis how long before a moment an act counts
 * @param afterMillis how long after it
 */
public record BaseRate(Household home, DayRange range, long beforeMillis, long afterMillis) {

    private static final int SHIFTED_DAYS = 7;
    private static final long DAY_MILLIS = 86_400_000L;

    /** Enough for a rate that is good to a percent; of more moments every so many-th is taken. */
    private static final int MAX_MOMENTS = 200;

    /**
     * The share of the moved moments that found something to do at which it was done.
     *
     * @return 0 to 1, never quite 0
     */
    public double of(Deed deed, long[] moments) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        int step = (moments.length + MAX_MOMENTS - 1) / MAX_MOMENTS;
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        boolean moving = deed.isMoving(home);
        int[] places = new int[2 * SHIFTED_DAYS + 1];
        int tried = 0;
        int done = 0;
        for (int i = 0; i < moments.length; i += step) {
            for (int shift = -SHIFTED_DAYS; shift <= SHIFTED_DAYS; shift++) {
                long moved = moments[i] + shift * DAY_MILLIS;
                if (shift != 0 && moved >= start && moved < end) {
                    // Moments rise, so that each is found near the last one that was moved as far.
                    int from = i > 0 && moments[i] < moments[i - step] ? 0 : places[shift + SHIFTED_DAYS];
                    int next = timeline.firstAtOrAfter(from, moved - beforeMillis);
                    places[shift + SHIFTED_DAYS] = next;
                    short before = next == 0 ? StateNames.ABSENT : timeline.stateAt(next - 1);
                    if (before != deed.state() && !(moving && deed.isDoneIn(home, before))) {
                        tried++;
                        done += timeline.firstAct(next, deed.state(), moved + afterMillis) >= 0 ? 1 : 0;
                    }
                }
            }
        }
        return (done + 1.0) / (tried + 2.0);
    }
}
