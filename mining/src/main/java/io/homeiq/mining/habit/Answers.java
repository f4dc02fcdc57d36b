package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Replays the moments at which a deed is the expected answer. At which of them a rule would have had something to do does
 * not depend on how soon people answer, so that it is found once for all delays.
 */
public final class Answers {

    private final Household home;
    private final Deed deed;
    private final Timeline deeds;
    private final boolean moving;
    private final LongPredicate holds;

    /** The moments that found something to do, and for each the position of the first change of the entity after it. */
    private final long[] open;

    private final int[] after;

    /**
     * Of one deed.
     *
     * @param guards what must hold at the moment as well
     * @param moments epoch milliseconds, rising
     */
    public Answers(Household home, Deed deed, List<Guard> guards, long[] moments) {
        this.home = home;
        this.deed = deed;
        this.deeds = home.timeline(deed.entity()).orElseThrow();
        this.moving = deed.isMoving(home);
        this.holds = holds(home, guards);
        long[] found = new long[moments.length];
        int[] next = new int[moments.length];
        int count = 0;
        int place = 0;
        for (long time : moments) {
            if (holds.test(time)) {
                place = deeds.firstAtOrAfter(place, time);
                if (!isDoneBefore(place)) {
                    found[count] = time;
                    next[count++] = after(place, time);
                }
            }
        }
        this.open = Arrays.copyOf(found, count);
        this.after = next;
    }

    /**
     * When the rule would do something, and where people did the same.
     *
     * @param withinMillis how soon people answer
     */
    public Fired fired(long withinMillis) {
        long[] times = new long[open.length];
        BitSet agreed = new BitSet();
        int count = 0;
        long quietUntil = Long.MIN_VALUE;
        for (int i = 0; i < open.length; i++) {
            if (open[i] >= quietUntil) {
                if (answer(i, withinMillis) >= 0) {
                    agreed.set(count);
                }
                times[count++] = open[i];
                quietUntil = open[i] + withinMillis;
            }
        }
        return new Fired(Arrays.copyOf(times, count), agreed);
    }

    private static LongPredicate holds(Household home, List<Guard> guards) {
        LongPredicate all = time -> true;
        for (Guard guard : guards) {
            all = all.and(guard.in(home));
        }
        return all;
    }

    /** The position after a change at the moment itself, which is no answer to it. */
    private int after(int place, long time) {
        int next = place;
        while (next < deeds.size() && deeds.timeAt(next) == time) {
            next++;
        }
        return next;
    }

    /**
     * The replay over the days of the moments.
     *
     * @param withinMillis how soon people answer
     */
    public Replay replay(DayRange range, long withinMillis) {
        Replay replay = new Replay();
        long quietUntil = Long.MIN_VALUE;
        for (int i = 0; i < open.length; i++) {
            // What the rule did at the first of several moments in a row, it does not do again at the next.
            if (open[i] >= quietUntil) {
                fire(replay, i, withinMillis);
                quietUntil = open[i] + withinMillis;
            }
        }
        countMissed(replay, range);
        return replay;
    }

    /**
     * The score of the replay, for whoever tries many moments and keeps few.
     *
     * @param acts how often people did it on the days of the moments
     */
    public double score(long withinMillis, int acts) {
        int fired = 0;
        int agreed = 0;
        long quietUntil = Long.MIN_VALUE;
        for (int i = 0; i < open.length; i++) {
            if (open[i] >= quietUntil) {
                fired++;
                agreed += answer(i, withinMillis) >= 0 ? 1 : 0;
                quietUntil = open[i] + withinMillis;
            }
        }
        return Replay.score(agreed, fired, acts);
    }

    /** Whether the rule would have changed nothing just before the change at a position. */
    private boolean isDoneBefore(int next) {
        short before = next == 0 ? StateNames.ABSENT : deeds.stateAt(next - 1);
        return before == deed.state() || moving && deed.isDoneIn(home, before);
    }

    private void fire(Replay replay, int moment, long withinMillis) {
        int act = answer(moment, withinMillis);
        if (act >= 0) {
            replay.agreed(open[moment], deeds.timeAt(act), act);
        } else {
            replay.unwanted(open[moment]);
        }
    }

    /** The position of the act soon after a moment, but not at it; -1 if there is none. */
    private int answer(int moment, long withinMillis) {
        return deeds.firstAct(after[moment], deed.state(), open[moment] + withinMillis);
    }

    private void countMissed(Replay replay, DayRange range) {
        long end = home.calendar().startOf(range.last() + 1);
        for (int i = deeds.firstAtOrAfter(home.calendar().startOf(range.first()));
                i < deeds.size() && deeds.timeAt(i) < end;
                i++) {
            boolean done = deeds.stateAt(i) == deed.state()
                    && deeds.isActAt(i)
                    && !replay.explained().get(i);
            if (done && holds.test(deeds.timeAt(i))) {
                replay.missed(deeds.timeAt(i));
            }
        }
    }
}
