package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;

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
        long quietUntil = Long.MIN_VALUE;
        for (long time : moments) {
            // What the rule did at the first of several moments in a row, it does not do again at the next.
            if (time >= quietUntil && holdsAt(time) && fire(replay, deeds, time)) {
                quietUntil = time + withinMillis;
            }
        }
        countMissed(replay, deeds, range);
        return replay;
    }

    private boolean holdsAt(long time) {
        for (Guard guard : guards) {
            if (!guard.holdsAt(home, time)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rule would have changed anything. */
    private boolean fire(Replay replay, Timeline deeds, long time) {
        if (deed.isDoneBefore(home, deeds, time)) {
            return false;
        }
        int act = deeds.firstAct(deed.state(), time + 1, time + withinMillis);
        if (act >= 0) {
            replay.agreed(time, deeds.timeAt(act), act);
        } else {
            replay.unwanted(time);
        }
        return true;
    }

    private void countMissed(Replay replay, Timeline deeds, DayRange range) {
        long end = home.calendar().startOf(range.last() + 1);
        for (int i = deeds.firstAtOrAfter(home.calendar().startOf(range.first()));
                i < deeds.size() && deeds.timeAt(i) < end;
                i++) {
            boolean done = deeds.isActAt(i)
                    && deeds.stateAt(i) == deed.state()
                    && !replay.explained().get(i);
            if (done && holdsAt(deeds.timeAt(i))) {
                replay.missed(deeds.timeAt(i));
            }
        }
    }
}
