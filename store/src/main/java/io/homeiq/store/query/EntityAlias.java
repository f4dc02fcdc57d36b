package io.homeiq.store.query;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;

/**
 * The owner's own name for an entity.
 *
 * @param alias 1 to {@link #MAX_LENGTH} characters, without blanks around them
 * @param createdAt kept to the millisecond
 */
public record EntityAlias(String alias, EntityId entityId, Instant createdAt) {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 100;

    public EntityAlias {
        if (alias.isBlank() || alias.length() > MAX_LENGTH || !alias.strip().equals(alias)) {
            throw new IllegalArgumentException(
                    "alias must have 1 to " + MAX_LENGTH + " characters without blanks around them, was: " + alias);
        }
    }
}
