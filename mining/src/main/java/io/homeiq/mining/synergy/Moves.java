package io.homeiq.mining.synergy;

import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Set;

/**
 * The changes by which one entity comes into some states from other known ones.
 *
 * @param states their names
 */
record Moves(Timeline timeline, StateNames names, Set<String> states) implements Reply {

    /** Whether the change at this position is one. After an absence nobody knows what changed. */
    boolean isAt(int index) {
        return index > 0 && isIn(timeline.stateAt(index)) && isElsewhere(timeline.stateAt(index - 1));
    }

    /** Whether one could come next at this time. */
    @Override
    public boolean arePossibleAt(long time) {
        return isElsewhere(timeline.stateBefore(time));
    }

    /** Whether a person made one within (time, time + withinMillis]. */
    @Override
    public boolean followBy(long time, long withinMillis) {
        for (int i = timeline.firstAtOrAfter(time + 1);
                i < timeline.size() && timeline.timeAt(i) <= time + withinMillis;
                i++) {
            if (timeline.isActAt(i) && isAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** How many people made in [from, until). */
    @Override
    public int acts(long from, long until) {
        int count = 0;
        for (int i = timeline.firstAtOrAfter(from); i < timeline.size() && timeline.timeAt(i) < until; i++) {
            count += timeline.isActAt(i) && isAt(i) ? 1 : 0;
        }
        return count;
    }

    private boolean isIn(short state) {
        return states.contains(names.nameOf(state));
    }

    private boolean isElsewhere(short state) {
        return state > StateNames.ABSENT && !isIn(state);
    }
}
