package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the history to read.
 *
 * @param start inclusive; null: from the beginning
 * @param end exclusive; null: to the end
 * @param entities only what these did: their changes, and the runs of these automations and scripts. Empty: everything
 * @param changesOnly only changes of states (also those where just an attribute changed), no service calls, runs and restarts
 */
public record HistoryFilter(
        @Nullable Instant start, @Nullable Instant end, Set<EntityId> entities, boolean changesOnly) {

    private static final HistoryFilter EVERYTHING = new HistoryFilter(null, null, Set.of(), false);

    public HistoryFilter {
        entities = Set.copyOf(entities);
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("end must not be before start, was: " + start + " to " + end);
        }
    }

    public static HistoryFilter everything() {
        return EVERYTHING;
    }
}
