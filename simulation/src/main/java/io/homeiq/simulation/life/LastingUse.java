package io.homeiq.simulation.life;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Chance;

/** Things that are used for a while, and then put back by whoever is about. */
public final class LastingUse {

    private static final double PATIENCE_MINUTES = 45;

    private final Dwelling dwelling;
    private final Chance chance;

    public LastingUse(Dwelling dwelling, Chance chance) {
        this.dwelling = dwelling;
        this.chance = chance;
    }

    /** Whoever is still up for it does it. While nobody is at home it waits: what was forgotten stays on. */
    public void endAfter(long micros, CallService undo) {
        dwelling.world()
                .after(
                        micros,
                        () -> dwelling.household()
                                .someoneHome()
                                .ifPresentOrElse(
                                        who -> dwelling.hands().act(who, undo, null),
                                        () -> endAfter(chance.minutes(1, PATIENCE_MINUTES), undo)));
    }
}
