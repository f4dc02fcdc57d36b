package io.homeiq.store.synergy;

import io.homeiq.contracts.synergy.Synergy;
import java.time.Instant;

/**
 * A synergy with what the store knows of it.
 *
 * @param createdAt when it was found for the first time since it was last missing, to the millisecond
 * @param updatedAt when it was found last, to the millisecond
 */
public record StoredSynergy(Synergy synergy, Instant createdAt, Instant updatedAt) {}
