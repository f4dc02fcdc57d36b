package io.homeiq.mining.drift;

import java.util.Arrays;
import java.util.Optional;

/**
 * People do it at another time than they used to: the latest acts lie, on average, so far from the usual time that no
 * day's chance explains it. The likelihood ratio of a change of the mean at the best of all days, against none (Hawkins,
 * J. Am. Stat. Assoc. 72, 1977; Siegmund and Venkatraman, Ann. Stat. 23, 1995). One act far off counts as a few spreads
 * only, so that it takes several days in a row.
 *
 * @param since epoch day of the first act at the new time
 * @param seconds how much later it is done since then; negative: earlier
 */
public record TimeShift(int since, double seconds) {

    /** A smaller move is no other time, in seconds. */
    public static final double LEAST_SECONDS = 15 * 60;

    /** In standard deviations of the mean. Fewer than 1 of 100 steady habits come so far in 60 days. */
    private static final double ALARM = 4.2;

    /** Fewer acts at the new time tell nothing. */
    private static final int LEAST_ACTS = 3;

    /** Changes longer ago than so many acts are looked for no more: a new search has found the new time by then. */
    private static final int MOST_ACTS = 60;

    /** No act counts for more, in spreads. */
    private static final double MOST = 3;

    /** So many of the acts since then must lie around the new time. */
    private static final double AGREEING = 0.6;

    /**
     * Whether acts have left their usual time and not come back.
     *
     * @param days epoch days, rising
     * @param offsets of the act of each day from the time of the habit, in seconds
     */
    public static Optional<TimeShift> of(int[] days, double[] offsets, UsualTime usual) {
        double sum = 0;
        double best = 0;
        int from = days.length;
        for (int i = days.length - 1; i >= Math.max(0, days.length - MOST_ACTS); i--) {
            sum += usual.distance(offsets[i], MOST);
            int acts = days.length - i;
            double deviation = Math.abs(sum) / Math.sqrt(acts + (double) acts * acts / usual.acts());
            if (acts >= LEAST_ACTS && deviation > best) {
                best = deviation;
                from = i;
            }
        }
        return best >= ALARM ? clear(days, offsets, usual, from) : Optional.empty();
    }

    private static Optional<TimeShift> clear(int[] days, double[] offsets, UsualTime usual, int from) {
        double[] fresh = Arrays.copyOfRange(offsets, from, offsets.length);
        double now = UsualTime.median(fresh);
        double near = Math.max(LEAST_SECONDS, MOST * usual.spread());
        long agreeing = Arrays.stream(fresh)
                .filter(offset -> Math.abs(offset - now) <= near)
                .count();
        boolean clear = Math.abs(now - usual.centre()) >= LEAST_SECONDS && agreeing >= AGREEING * fresh.length;
        return clear ? Optional.of(new TimeShift(days[from], now - usual.centre())) : Optional.empty();
    }
}
