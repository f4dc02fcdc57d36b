package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Replays the moments at which a deed is the expected answer.
 *
 * @param withinMillis how soon people answer
 * @param guards what must hold at the moment as well
 */
record Answers(Household home, Deed deed, long withinMillis, List<Guard> guards) {

    /** @param moments epoch milliseconds, rising, within the range */
    Replay replay(DayRange range, long[] moments) {
        Replay replay = new Replay();
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        LongPredicate holds = holds();
        long quietUntil = Long.MIN_VALUE;
        for (long time : moments) {
            // What the rule did at the first of several moments in a row, it does not do again at the next.
            if (time >= quietUntil && holds.test(time) && fire(replay, deeds, time)) {
                quietUntil = time + withinMillis;
            }
        }
        countMissed(replay, deeds, range, holds);
        return replay;
    }

    /**
     * The score of the replay, for whoever tries many moments and keeps few.
     *
     * @param acts how often people did it on the days of the moments
     */
    double score(long[] moments, int acts) {
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        LongPredicate holds = holds();
        int fired = 0;
        int agreed = 0;
        long quietUntil = Long.MIN_VALUE;
        for (long time : moments) {
            if (time >= quietUntil && holds.test(time)) {
                int next = deeds.firstAtOrAfter(time);
                if (!deed.isDoneBeforeChange(home, deeds, next)) {
                    fired++;
                    agreed += answer(deeds, next, time) >= 0 ? 1 : 0;
                    quietUntil = time + withinMillis;
                }
            }
        }
        return Replay.score(agreed, fired, acts);
    }

    private LongPredicate holds() {
        LongPredicate all = time -> true;
        for (Guard guard : guards) {
            all = all.and(guard.in(home));
        }
        return all;
    }

    /** Whether the rule would have changed anything. */
    private boolean fire(Replay replay, Timeline deeds, long time) {
        int next = deeds.firstAtOrAfter(time);
        if (deed.isDoneBeforeChange(home, deeds, next)) {
            return false;
        }
        int act = answer(deeds, next, time);
        if (act >= 0) {
            replay.agreed(time, deeds.timeAt(act), act);
        } else {
            replay.unwanted(time);
        }
        return true;
    }

    /** The position of the act soon after a moment, but not at it; -1 if there is none. */
    private int answer(Timeline deeds, int next, long time) {
        int after = next;
        while (after < deeds.size() && deeds.timeAt(after) == time) {
            after++;
        }
        return deeds.firstAct(after, deed.state(), time + withinMillis);
    }

    private void countMissed(Replay replay, Timeline deeds, DayRange range, LongPredicate holds) {
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
