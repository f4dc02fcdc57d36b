package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import org.jspecify.annotations.Nullable;

/**
 * One step of a habit.
 *
 * @param leastSeconds after the occasion or the step before, at least
 * @param mostSeconds the same, at most
 * @param undo how it is put back later at no special time; null if it is not
 * @param usualMinutes after how long that is, as a median
 */
record Act(
        CallService call,
        String state,
        double leastSeconds,
        double mostSeconds,
        @Nullable CallService undo,
        double usualMinutes) {

    EntityId entity() {
        return call.targets().getFirst();
    }

    Act within(double least, double most) {
        return new Act(call, state, least, most, undo, usualMinutes);
    }
}
