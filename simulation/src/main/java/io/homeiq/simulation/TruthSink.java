package io.homeiq.simulation;

import io.homeiq.contracts.home.HomeEvent;

/** Hears each event together with what is really behind it. */
@FunctionalInterface
public interface TruthSink {

    /**
     * Called in the order of the log, which holds some events late and some twice.
     *
     * @param cause {@link TrueCause} of kind unknown for events that are no change of a state
     */
    void accept(HomeEvent event, TrueCause cause);
}
