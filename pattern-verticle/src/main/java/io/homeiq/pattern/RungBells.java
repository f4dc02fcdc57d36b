package io.homeiq.pattern;

import io.homeiq.contracts.event.StateChanged;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that were announced and wait to be mined. More than it has room for are forgotten: the log has them all. Safe
 * to use from every thread.
 */
final class RungBells {

    /** Some seconds of a very busy home. */
    static final int MAX_WAITING = 4_000;

    private List<StateChanged> waiting = new ArrayList<>();
    private boolean complete = true;

    /**
     * What was announced since the last look.
     *
     * @param complete false if some of it was forgotten
     */
    record Rung(List<StateChanged> changes, boolean complete) {}

    /** A change without attributes may be one that was too large to be announced whole, so it is looked up. */
    synchronized void add(StateChanged bell) {
        boolean whole = !bell.change().attributes().values().isEmpty();
        if (whole && complete && waiting.size() < MAX_WAITING) {
            waiting.add(bell);
        } else {
            complete = false;
        }
    }

    synchronized Rung take() {
        Rung rung = new Rung(waiting, complete);
        waiting = new ArrayList<>();
        complete = true;
        return rung;
    }
}
