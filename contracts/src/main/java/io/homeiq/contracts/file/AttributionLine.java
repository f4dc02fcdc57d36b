package io.homeiq.contracts.file;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the attribution file: who caused a change.
 *
 * @param cause {@code person, automation, script, scene, homeiq, echo, derived, restore, physical} or {@code unknown}
 * @param person user id, where one is known
 * @param automation the automation, script or scene behind it, where one is known
 * @param probability 0 to 1
 */
public record AttributionLine(
        EntityId entityId,
        Instant time,
        String cause,
        @Nullable String person,
        @Nullable EntityId automation,
        double probability) {}
