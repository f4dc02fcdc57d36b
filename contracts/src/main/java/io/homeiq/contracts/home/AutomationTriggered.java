package io.homeiq.contracts.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An automation began a run; what it causes carries the same context id.
 *
 * @param source Home Assistant's words for the trigger, for example "state of binary_sensor.hall"
 */
public record AutomationTriggered(
        EntityId automation, @Nullable String source, Instant time, Context context) implements HomeEvent {}
