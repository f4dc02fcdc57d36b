package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is remembered of the home's states, for showing a conflict where it happened. */
public interface Past {

    /** Nothing is remembered. */
    Past NONE = entity -> List.of();

    /** The changes of the entity, attributes included, the oldest first. */
    List<StateChange> changesOf(EntityId entity);

    /** Of these events, in order of time; kept are only the changes of the entities asked for, which bounds what is held. */
    static Past of(Iterable<? extends HomeEvent> events, Set<EntityId> entities) {
        Map<EntityId, List<StateChange>> changes = new HashMap<>();
        for (HomeEvent event : events) {
            if (event instanceof StateChange change && entities.contains(change.entityId())) {
                changes.computeIfAbsent(change.entityId(), any -> new ArrayList<>())
                        .add(change);
            }
        }
        return entity -> changes.getOrDefault(entity, List.of());
    }
}
