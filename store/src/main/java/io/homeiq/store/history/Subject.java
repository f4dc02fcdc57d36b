package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about.
 *
 * @param name an entity id; {@code domain.service} for a call; empty for Home Assistant itself
 * @param entity the entity of that name; null if it is none
 */
record Subject(EventKind kind, String name, @Nullable EntityId entity) {

    static Subject of(EventKind kind, EntityId entity) {
        return new Subject(kind, entity.value(), entity);
    }

    static Subject of(EventKind kind, String name) {
        return switch (kind) {
            case CHANGED, REMOVED, AUTOMATION, SCRIPT -> of(kind, new EntityId(name));
            case CALLED, STARTED, STOPPED -> new Subject(kind, name, null);
        };
    }

    EntityId requireEntity() {
        if (entity == null) {
            throw new IllegalStateException(kind + " is not about an entity");
        }
        return entity;
    }
}
