package io.homeiq.data.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.store.history.HistoryFilter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param start inclusive; null: from the beginning
 * @param end exclusive; null: to the end
 * @param entities whose events; null: everybody's. An empty set wants nothing
 * @param kinds some of Home Assistant's names of events; empty: all
 * @param states only changes to one of these; empty: whatever state
 * @param order how they are to come
 */
public record EventQuery(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Set<EntityId> entities,
        Set<String> kinds,
        Set<String> states,
        Order order) {

    public EventQuery {
        entities = entities == null ? null : Set.copyOf(entities);
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    /** The order of events. */
    public sealed interface Order {

        /** By the time at which they happened, oldest first, from this place on; null: from the beginning. */
        record OldestFirst(@Nullable Position from) implements Order {}

        /** By the time at which they happened, newest first, from this place back; null: from the end. */
        record NewestFirst(@Nullable Position from) implements Order {}

        /** As they came into the log, those after this number. */
        record ByNumber(long afterSeq) implements Order {}
    }

    /** Whether there can be any. */
    boolean wantsNothing() {
        return entities != null && entities.isEmpty();
    }

    /** For the store: exactly what is wanted between these times. */
    HistoryFilter filter(@Nullable Instant from, @Nullable Instant to) {
        return new HistoryFilter(from, to, entities == null ? Set.of() : entities, EventKinds.typesOf(kinds), states);
    }

    /** For events that were not asked for by a filter. */
    boolean wants(HomeEvent event) {
        EntityId entity = EventKinds.entityOf(event);
        return (kinds.isEmpty() || kinds.contains(EventKinds.nameOf(event)))
                && (states.isEmpty() || event instanceof StateChange change && leadsTo(change.after()))
                && (start == null || !event.time().isBefore(start))
                && (end == null || event.time().isBefore(end))
                && (entities == null || entity != null && entities.contains(entity));
    }

    private boolean leadsTo(@Nullable String state) {
        return state != null && states.contains(state);
    }

    /** The same, in another order. */
    EventQuery in(Order other) {
        return new EventQuery(start, end, entities, kinds, states, other);
    }

    /** The same, between other times. */
    EventQuery between(@Nullable Instant from, @Nullable Instant to) {
        return new EventQuery(from, to, entities, kinds, states, order);
    }
}
