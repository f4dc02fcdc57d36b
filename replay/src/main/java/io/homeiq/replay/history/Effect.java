package io.homeiq.replay.history;

import java.time.Instant;

/**
 * An entity took another state because the automation called a service.
 *
 * @param state what it was set to
 */
public record Effect(Instant time, String entityId, String state) {}
