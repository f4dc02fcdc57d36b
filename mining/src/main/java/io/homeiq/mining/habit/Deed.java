package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Map;

/**
 * Something that people do: they set an entity to a state.
 *
 * @param state its code in the home's {@link io.homeiq.mining.timeline.StateNames}
 */
public record Deed(EntityId entity, short state) {

    /** People set a thing moving; what it comes to rest in is what they wanted. */
    private static final Map<String, String> RESTS =
            Map.of("closing", "closed", "opening", "open", "locking", "locked", "unlocking", "unlocked");

    /** How all of these end, so that others need no look at them. */
    private static final String MOVING = "ing";

    /** As many letters of what moves and of what it rests in are the same. */
    private static final int SAME_LETTERS = 3;

    /** Whether just before a moment, in epoch milliseconds, there was nothing left to do. */
    public boolean isDoneBefore(Household home, Timeline timeline, long time) {
        return isDoneIn(home, timeline.stateBefore(time));
    }

    /** Whether what is set moves at first, and so is done also where it came to rest. */
    public boolean isMoving(Household home) {
        return home.states().nameOf(state).endsWith(MOVING);
    }

    /** Whether there is nothing left to do in a state. */
    public boolean isDoneIn(Household home, short before) {
        if (before == state) {
            return true;
        }
        String wanted = home.states().nameOf(state);
        if (!wanted.endsWith(MOVING)) {
            return false;
        }
        // Asked for every moment that is replayed: what plays or cleans is told apart before it is looked up.
        String had = home.states().nameOf(before);
        return wanted.regionMatches(0, had, 0, SAME_LETTERS) && had.equals(RESTS.get(wanted));
    }
}
