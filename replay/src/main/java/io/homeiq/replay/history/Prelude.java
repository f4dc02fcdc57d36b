package io.homeiq.replay.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.replay.InitialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a history before an automation can live through it: when it begins and ends, what the entities
 * were before they first changed, and what people did. Sees every event once, in order of time.
 */
public final class Prelude {

    /** More than a household does in a hundred years. */
    private static final int MAX_ACTS = 2_000_000;

    private final Set<EntityId> seen = new HashSet<>();
    private final List<InitialState> initial = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable Instant end;

    /**
     * Takes note of the next event.
     *
     * @param isAct whether a person did it
     */
    public void accept(HomeEvent event, boolean isAct) {
        if (start == null) {
            start = event.time();
        }
        end = event.time();
        if (event instanceof StateChange change) {
            noteFirst(change);
            if (isAct && change.after() != null && change.isStateChanged() && acts.size() < MAX_ACTS) {
                acts.add(new Act(change.time(), change.entityId().toString(), change.after()));
            }
        }
    }

    /** The first change tells which state was before it; of the attributes only what they were then is known. */
    private void noteFirst(StateChange change) {
        if (seen.add(change.entityId()) && change.before() != null) {
            String id = change.entityId().toString();
            initial.add(
                    new InitialState(id, change.before(), change.attributes().values(), null, null));
        }
    }

    /** Null if there was no event. */
    public @Nullable Instant start() {
        return start;
    }

    /** When the last event was; null if there was none. */
    public @Nullable Instant end() {
        return end;
    }

    /** Of entities that were there before their first change. */
    public List<InitialState> initial() {
        return List.copyOf(initial);
    }

    /** Whether anything was told of an entity. */
    public boolean knows(String entityId) {
        return EntityId.isValid(entityId) && seen.contains(new EntityId(entityId));
    }

    public List<Act> acts() {
        return List.copyOf(acts);
    }
}
