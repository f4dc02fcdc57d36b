package io.homeiq.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that the automation called.
 *
 * @param action {@code domain.service}
 * @param data options other than {@code entity_id}, JSON-like
 */
public record PerformedCall(Instant time, String action, List<String> entityIds, Map<String, @Nullable Object> data) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public PerformedCall(Instant time, String action, List<String> entityIds, Map<String, @Nullable Object> data) {
        this.time = time;
        this.action = action;
        this.entityIds = List.copyOf(entityIds);
        this.data = data;
    }
}
