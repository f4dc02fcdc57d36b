package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Map;

/**
 * Something that people do: they set an entity to a state.
 *
 * @param state its code in the home's {@link io.homeiq.mining.timeline.StateNames}
 */
record Deed(EntityId entity, short state) {

    /** People set a thing moving; what it comes to rest in is what they wanted. */
    private static final Map<String, String> RESTS =
            Map.of("closing", "closed", "opening", "open", "locking", "locked", "unlocking", "unlocked");

    /** How all of these end, so that others need no look at them. */
    private static final String MOVING = "ing";

    /** Whether just before a moment, in epoch milliseconds, there was nothing left to do. */
    boolean isDoneBefore(Household home, Timeline timeline, long time) {
        return isDoneIn(home, timeline.stateBefore(time));
    }

    /** The same before the change at a position of the timeline. */
    boolean isDoneBeforeChange(Household home, Timeline timeline, int next) {
        return isDoneIn(home, next == 0 ? StateNames.ABSENT : timeline.stateAt(next - 1));
    }

    private boolean isDoneIn(Household home, short before) {
        if (before == state) {
            return true;
        }
        String wanted = home.states().nameOf(state);
        return wanted.endsWith(MOVING) && home.states().nameOf(before).equals(RESTS.get(wanted));
    }
}
