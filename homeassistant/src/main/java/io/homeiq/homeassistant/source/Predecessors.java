package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Adds to each state the one that the entity had before, for sources that tell states alone. Wants events in order. */
final class Predecessors implements Consumer<HomeEvent> {

    /** Far more entities than a home has; of those beyond it the state before stays unknown. */
    private static final int MAX_ENTITIES = 50_000;

    private final Map<EntityId, String> states = new HashMap<>();
    private final Consumer<HomeEvent> sink;

    Predecessors(Consumer<HomeEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(HomeEvent event) {
        sink.accept(event instanceof StateChange change ? withPredecessor(change) : event);
    }

    private StateChange withPredecessor(StateChange change) {
        String before = states.get(change.entityId());
        String after = change.after();
        if (after != null && (before != null || states.size() < MAX_ENTITIES)) {
            states.put(change.entityId(), after);
        } else {
            states.remove(change.entityId());
        }
        return new StateChange(
                change.entityId(),
                change.before() == null ? before : change.before(),
                after,
                change.attributes(),
                change.time(),
                change.context());
    }
}
