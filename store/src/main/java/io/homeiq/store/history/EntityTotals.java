package io.homeiq.store.history;

import java.util.List;

/**
 * How much the history has of each entity.
 *
 * @param entities in order of their ids
 * @param complete false if some events are not counted yet; {@link HistoryLog#countOn} counts them
 */
public record EntityTotals(List<EntityTotal> entities, boolean complete) {

    public EntityTotals {
        entities = List.copyOf(entities);
    }
}
