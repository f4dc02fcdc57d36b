package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.TruthSink;

/** Takes from a log all that tells of causes: contexts, and every event that is no change of a state. */
record Bareness(TruthSink sink) implements TruthSink {

    @Override
    public void accept(HomeEvent event, TrueCause cause) {
        if (event instanceof StateChange change) {
            StateChange bare = new StateChange(
                    change.entityId(),
                    change.before(),
                    change.after(),
                    change.attributes(),
                    change.time(),
                    Context.UNKNOWN);
            sink.accept(bare, cause);
        }
    }
}
