package io.homeiq.mining.habit.rule;

import io.homeiq.mining.timeline.Timeline;
import java.util.BitSet;

/** The level that people mostly set along with a state. */
final class UsualLevel {

    /** Levels that lie closer together than this are one and the same to people. */
    private static final int SPREAD = 12;

    private static final int MIN_LEVELS = 3;

    private UsualLevel() {}

    /**
     * The median if most lie close to it.
     *
     * @param acts positions in the timeline
     * @return 0 to 100, else −1
     */
    static int of(Timeline timeline, BitSet acts) {
        int[] levels = acts.stream()
                .map(timeline::levelAt)
                .filter(level -> level != Timeline.NO_LEVEL)
                .sorted()
                .toArray();
        if (levels.length < MIN_LEVELS) {
            return -1;
        }
        int spread = levels[levels.length * 3 / 4] - levels[levels.length / 4];
        return spread <= SPREAD ? levels[levels.length / 2] : -1;
    }
}
