package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity was created, changed or removed.
 *
 * @param before null if it was created
 * @param after null if it was removed
 */
public record HomeChange(
        String entityId,
        @Nullable EntityState before,
        @Nullable EntityState after,
        Instant time,
        Context context) implements BusEvent {

    /** Home Assistant's name for it. */
    public static final String TYPE = "state_changed";

    @Override
    public String type() {
        return TYPE;
    }

    /** Created or removed. */
    public boolean isLifecycle() {
        return before == null || after == null;
    }

    public String domain() {
        return entityId.substring(0, Math.max(0, entityId.indexOf('.')));
    }
}
