package io.homeiq.mining.habit.answer;

import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.StateWalk;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;

/**
 * The state in which an entity was just before most of some moments.
 *
 * @param state its code; of several at as many moments the one with the least code; {@link StateNames#ABSENT} too where
 *     there is no moment
 * @param moments at how many it was so
 * @param states how many different ones there were
 */
record CommonState(short state, int moments, int states) {

    /** @param times epoch milliseconds, rising */
    static CommonState of(Timeline timeline, long[] times) {
        short[] seen = new short[times.length];
        StateWalk walk = new StateWalk(timeline);
        for (int i = 0; i < times.length; i++) {
            seen[i] = walk.stateBefore(times[i]);
        }
        Arrays.sort(seen);
        CommonState common = new CommonState(StateNames.ABSENT, 0, 0);
        int states = 0;
        int from = 0;
        for (int i = 1; i <= seen.length; i++) {
            if (i == seen.length || seen[i] != seen[from]) {
                states++;
                common = i - from > common.moments() ? new CommonState(seen[from], i - from, states) : common;
                from = i;
            }
        }
        return new CommonState(common.state(), common.moments(), states);
    }

    /** At how many of some other moments, which rise, it was in a state. */
    static int moments(Timeline timeline, short state, long[] times) {
        StateWalk walk = new StateWalk(timeline);
        int count = 0;
        for (long time : times) {
            count += walk.stateBefore(time) == state ? 1 : 0;
        }
        return count;
    }
}
