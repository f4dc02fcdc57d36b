package io.homeiq.data.statestream;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One update of an entity, put together from its messages.
 *
 * @param updated when, by the clock of Home Assistant; null: it does not publish times
 * @param changed when the state last became another one; null as {@code updated}
 * @param attributes none if Home Assistant does not publish them
 * @param arrived when the first message of it came
 * @param kept the broker had kept it: how things stand, not news
 */
record Update(
        EntityId entity,
        String state,
        @Nullable Instant updated,
        @Nullable Instant changed,
        Attributes attributes,
        Instant arrived,
        boolean kept) {}
