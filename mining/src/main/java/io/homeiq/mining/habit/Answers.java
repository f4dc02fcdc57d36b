package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;
import java.util.function.LongPredicate;

/** Replays the moments at which a deed is the expected answer. */
final class Answers {

    private final Household home;
    private final Deed deed;
    private final Timeline deeds;
    private final boolean moving;
    private final long withinMillis;
    private final LongPredicate holds;

    /**
     * Of one deed.
     *
     * @param withinMillis how soon people answer
     * @param guards what must hold at the moment as well
     */
    Answers(Household home, Deed deed, long withinMillis, List<Guard> guards) {
        this.home = home;
        this.deed = deed;
        this.deeds = home.timeline(deed.entity()).orElseThrow();
        this.moving = deed.isMoving(home);
        this.withinMillis = withinMillis;
        this.holds = holds(home, guards);
    }

    private static LongPredicate holds(Household home, List<Guard> guards) {
        LongPredicate all = time -> true;
        for (Guard guard : guards) {
            all = all.and(guard.in(home));
        }
        return all;
    }

    /** @param moments epoch milliseconds, rising, within the range */
    Replay replay(DayRange range, long[] moments) {
        Replay replay = new Replay();
        long quietUntil = Long.MIN_VALUE;
        int next = 0;
        for (long time : moments) {
            // What the rule did at the first of several moments in a row, it does not do again at the next.
            if (time >= quietUntil && holds.test(time)) {
                next = deeds.firstAtOrAfter(next, time);
                if (!isDoneBefore(next)) {
                    fire(replay, next, time);
                    quietUntil = time + withinMillis;
                }
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
    double score(long[] moments, int acts) {
        int fired = 0;
        int agreed = 0;
        long quietUntil = Long.MIN_VALUE;
        int next = 0;
        for (long time : moments) {
            if (time >= quietUntil && holds.test(time)) {
                next = deeds.firstAtOrAfter(next, time);
                if (!isDoneBefore(next)) {
                    fired++;
                    agreed += answer(next, time) >= 0 ? 1 : 0;
                    quietUntil = time + withinMillis;
                }
            }
        }
        return Replay.score(agreed, fired, acts);
    }

    /** Whether the rule would have changed nothing just before the change at a position. */
    private boolean isDoneBefore(int next) {
        short before = next == 0 ? StateNames.ABSENT : deeds.stateAt(next - 1);
        return before == deed.state() || moving && deed.isDoneIn(home, before);
    }

    private void fire(Replay replay, int next, long time) {
        int act = answer(next, time);
        if (act >= 0) {
            replay.agreed(time, deeds.timeAt(act), act);
        } else {
            replay.unwanted(time);
        }
    }

    /** The position of the act soon after a moment, but not at it; -1 if there is none. */
    private int answer(int next, long time) {
        int after = next;
        while (after < deeds.size() && deeds.timeAt(after) == time) {
            after++;
        }
        return deeds.firstAct(after, deed.state(), time + withinMillis);
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
