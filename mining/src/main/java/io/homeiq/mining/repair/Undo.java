package io.homeiq.mining.repair;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;

/**
 * A person undid what an automation had just done.
 *
 * @param automation its entity
 * @param entity what was set back, or otherwise
 * @param ranAt when the automation acted on it
 * @param undoneAt when the person did
 */
public record Undo(EntityId automation, EntityId entity, Instant ranAt, Instant undoneAt) {}
