package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;

/**
 * A step that made a difference.
 *
 * @param before the state before; equal to the state after if only attributes changed
 * @param context as Home Assistant noted it
 */
public record Change(Step step, String before, Context context) {

    public EntityId entity() {
        return step.entity();
    }

    public String after() {
        return step.state();
    }

    /** Whether the state became another one, and not only by being told again. */
    public boolean isReal() {
        return !before.equals(after()) && !(step.actor() instanceof Actor.Restored);
    }

    public boolean isTo(String state) {
        return isReal() && after().equals(state);
    }
}
