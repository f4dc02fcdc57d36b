package io.homeiq.replay.history;

import java.time.Instant;

/**
 * One thing that a person did.
 *
 * @param state what it was set to
 */
public record Act(Instant time, String entityId, String state) {}
