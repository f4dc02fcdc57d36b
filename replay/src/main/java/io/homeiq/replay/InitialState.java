package io.homeiq.replay;

import io.homeiq.contracts.home.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entity is when the replay begins.
 *
 * @param lastChanged null or later than the beginning: at the beginning
 */
public record InitialState(
        String entityId,
        String state,
        Map<String, @Nullable Object> attributes,
        @Nullable Instant lastChanged,
        @Nullable Context context) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public InitialState(
            String entityId,
            String state,
            Map<String, @Nullable Object> attributes,
            @Nullable Instant lastChanged,
            @Nullable Context context) {
        this.entityId = entityId;
        this.state = state;
        this.attributes = attributes;
        this.lastChanged = lastChanged;
        this.context = context;
    }
}
