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
record Deed(EntityId entity, short state) {

    /** People set a thing moving; what it comes to rest in is what they wanted. */
    private static final Map<String, String> RESTS =
            Map.of("closing", "closed", "opening", "open", "locking", "locked", "unlocking", "unlocked");

    /** Whether just before a moment, in epoch milliseconds, there was nothing left to do. */
    boolean isDoneBefore(Household home, Timeline timeline, long time) {
        short before = timeline.stateBefore(time);
        return before == state
                || home.states().nameOf(before).equals(RESTS.get(home.states().nameOf(state)));
    }
}
