package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;

/**
 * How much the history has of one entity: its changes, and its runs if it is an automation or a script.
 *
 * @param events at least 1
 * @param first to the millisecond
 * @param last to the millisecond
 */
public record EntityTotal(EntityId entity, long events, Instant first, Instant last) {}
