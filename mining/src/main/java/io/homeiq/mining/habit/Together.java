package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;

/**
 * What became of several deeds within a short while. One whose entity was in its state already needs no doing.
 *
 * @param needed how many had to be done
 * @param done how many of these people did
 * @param last when the last of them was done, epoch milliseconds
 */
record Together(int needed, int done, long last) {

    /** Within [time, time + withinMillis], by the states just before. A deed that was done right then needs none. */
    static Together at(Household home, List<Deed> deeds, long time, long withinMillis) {
        int needed = 0;
        int done = 0;
        long last = time;
        for (Deed deed : deeds) {
            Timeline timeline = home.timeline(deed.entity()).orElseThrow();
            if (!deed.isDoneBefore(home, timeline, time + 1)) {
                needed++;
                int act = timeline.firstAct(deed.state(), time + 1, time + withinMillis);
                done += act >= 0 ? 1 : 0;
                last = act >= 0 ? Math.max(last, timeline.timeAt(act)) : last;
            }
        }
        return new Together(needed, done, last);
    }

    boolean isComplete() {
        return needed > 0 && done == needed;
    }

    /** Whether people did every one of them in [from, to]. */
    static boolean allDone(Household home, List<Deed> deeds, long from, long to) {
        return deeds.stream()
                .allMatch(deed -> home.timeline(deed.entity()).orElseThrow().firstAct(deed.state(), from, to) >= 0);
    }

    /** Notes every act of these deeds since a time, up to the last. */
    void claim(Claims claims, Household home, List<Deed> deeds, long from) {
        for (Deed deed : deeds) {
            Timeline timeline = home.timeline(deed.entity()).orElseThrow();
            int act = timeline.firstAct(deed.state(), from, last);
            if (act >= 0) {
                claims.add(deed.entity(), act);
            }
        }
    }
}
