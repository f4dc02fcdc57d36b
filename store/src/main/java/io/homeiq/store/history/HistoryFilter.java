package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the history to read.
 *
 * @param start inclusive; null: from the beginning
 * @param end exclusive; null: to the end
 * @param entities only what these did: their changes, and the runs of these automations and scripts. Empty: everything
 * @param kinds only events of these types; empty: of all
 * @param states only changes to one of these states; empty: all events
 */
public record HistoryFilter(
        @Nullable Instant start,
        @Nullable Instant end,
        Set<EntityId> entities,
        Set<Class<? extends HomeEvent>> kinds,
        Set<String> states) {

    private static final HistoryFilter EVERYTHING = new HistoryFilter(null, null, Set.of(), false);

    public HistoryFilter {
        entities = Set.copyOf(entities);
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("end must not be before start, was: " + start + " to " + end);
        }
    }

    /**
     * Events in whatever state.
     *
     * @param changesOnly only changes of states (also those where just an attribute changed), no service calls, runs and restarts
     */
    public HistoryFilter(@Nullable Instant start, @Nullable Instant end, Set<EntityId> entities, boolean changesOnly) {
        this(start, end, entities, changesOnly ? Set.of(StateChange.class) : Set.of(), Set.of());
    }

    public static HistoryFilter everything() {
        return EVERYTHING;
    }

    /** Whether an event of this kind can be among them. */
    boolean wants(EventKind kind) {
        return (kinds.isEmpty() || kinds.contains(kind.type())) && (states.isEmpty() || kind == EventKind.CHANGED);
    }
}
