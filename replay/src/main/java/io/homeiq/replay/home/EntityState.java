package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entity was from one change to the next, as Home Assistant's {@code State}.
 *
 * @param entityId {@code domain.object_id}, in lower case
 * @param attributes JSON-like values, in the order given; never changed after the state was built
 * @param lastChanged since when {@code state} is what it is; to the microsecond
 * @param lastUpdated since when state and attributes are what they are
 */
public record EntityState(
        String entityId,
        String state,
        Map<String, @Nullable Object> attributes,
        Instant lastChanged,
        Instant lastUpdated,
        Context context) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public EntityState(
            String entityId,
            String state,
            Map<String, @Nullable Object> attributes,
            Instant lastChanged,
            Instant lastUpdated,
            Context context) {
        this.entityId = entityId;
        this.state = state;
        this.attributes = attributes;
        this.lastChanged = lastChanged;
        this.lastUpdated = lastUpdated;
        this.context = context;
    }

    /** What stands before the dot of the id. */
    public String domain() {
        return entityId.substring(0, Math.max(0, entityId.indexOf('.')));
    }

    /** What stands behind the dot of the id. */
    public String objectId() {
        return entityId.substring(entityId.indexOf('.') + 1);
    }
}
