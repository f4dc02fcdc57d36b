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

    private static final int FEW_STATES = 4;

    /** @param times epoch milliseconds, rising */
    static CommonState of(Timeline timeline, long[] times) {
        // An entity has few states, most moments one of them: to count them is less than to sort the moments.
        short[] seen = new short[FEW_STATES];
        int[] counts = new int[FEW_STATES];
        int states = 0;
        StateWalk walk = new StateWalk(timeline);
        for (long time : times) {
            short state = walk.stateBefore(time);
            int place = 0;
            while (place < states && seen[place] != state) {
                place++;
            }
            if (place == seen.length) {
                seen = Arrays.copyOf(seen, 2 * place);
                counts = Arrays.copyOf(counts, 2 * place);
            }
            seen[place] = state;
            counts[place]++;
            states = Math.max(states, place + 1);
        }
        int best = 0;
        for (int i = 1; i < states; i++) {
            best = counts[i] > counts[best] || counts[i] == counts[best] && seen[i] < seen[best] ? i : best;
        }
        return states == 0
                ? new CommonState(StateNames.ABSENT, 0, 0)
                : new CommonState(seen[best], counts[best], states);
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
