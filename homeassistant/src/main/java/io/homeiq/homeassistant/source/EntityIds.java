package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.EntityId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes one id of equal texts, checked once. Bounded; not thread-safe. */
final class EntityIds {

    /** Far more entities than a home has; texts beyond it are still understood, only not kept. */
    private static final int MAX_KEPT = 50_000;

    private final Map<String, Optional<EntityId>> kept = new HashMap<>();

    /** The id, or nothing if the text cannot be one. */
    Optional<EntityId> of(String text) {
        Optional<EntityId> known = kept.get(text);
        if (known != null) {
            return known;
        }
        Optional<EntityId> fresh = EntityId.isValid(text) ? Optional.of(new EntityId(text)) : Optional.empty();
        if (kept.size() < MAX_KEPT) {
            kept.put(text, fresh);
        }
        return fresh;
    }
}
