package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which entities the past has been handed on. Home Assistant may learn of some only after we came, a minute after its own
 * start or months later, and what its recorder has of them from before must not be left out. Only for the feed's own context.
 */
final class KnownPast {

    private final Instant earliest;
    private final Set<EntityId> entities;

    /**
     * @param earliest from when on the past counts
     * @param entities of which the listener has a past already
     */
    KnownPast(Instant earliest, Set<EntityId> entities) {
        this.earliest = earliest;
        this.entities = new HashSet<>(entities);
    }

    Instant earliest() {
        return earliest;
    }

    /** Those among these whose past is missing. */
    Set<EntityId> missing(Set<EntityId> present) {
        Set<EntityId> missing = new TreeSet<>(present);
        missing.removeAll(entities);
        return missing;
    }

    /** The past of these was handed on from the given time on. */
    void filled(Collection<EntityId> more, Instant from) {
        if (!from.isAfter(earliest)) {
            entities.addAll(more);
        }
    }
}
