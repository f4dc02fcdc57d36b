package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.value.Equality;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of all entities at one instant, and the bus that tells of their changes. */
public final class World {

    private final Map<String, EntityState> states = new LinkedHashMap<>();
    private final Bus bus = new Bus();
    private final EntityWatch watch = new EntityWatch(bus);
    private final Contexts contexts = new Contexts();

    public Bus bus() {
        return bus;
    }

    public EntityWatch watch() {
        return watch;
    }

    public Contexts contexts() {
        return contexts;
    }

    public @Nullable EntityState get(String entityId) {
        EntityState state = states.get(entityId);
        return state != null ? state : states.get(entityId.toLowerCase(Locale.ROOT));
    }

    /** In the order in which they were created. */
    public Collection<EntityState> all() {
        return Collections.unmodifiableCollection(states.values());
    }

    /** The ids of one domain, in the order in which they were created. */
    public List<String> idsOf(String domain) {
        return states.values().stream()
                .filter(state -> state.domain().equals(domain))
                .map(EntityState::entityId)
                .toList();
    }

    /** Sets state and attributes, and tells of it unless both are what they were. */
    public void set(
            String entityId, String state, Map<String, @Nullable Object> attributes, Instant time, Context context) {
        String id = entityId.toLowerCase(Locale.ROOT);
        EntityState before = states.get(id);
        EntityState after = changed(id, before, state, attributes, time, context);
        if (after == null) {
            bus.report();
        } else {
            states.put(id, after);
            bus.fire(new HomeChange(id, before, after, time, context));
        }
    }

    /** Whether nobody would hear of a change of the entity: no trigger, condition or template that waits at the moment. */
    public boolean isUnheard(String entityId) {
        return watch.isUnheard(entityId.toLowerCase(Locale.ROOT));
    }

    /**
     * The same as {@link #set} for an entity that is unheard, and cheaper: most entities of a home are of no concern to
     * the automation at hand. Not while an event is handed on.
     */
    public void setUnheard(
            String entityId, String state, Map<String, @Nullable Object> attributes, Instant time, Context context) {
        String id = entityId.toLowerCase(Locale.ROOT);
        EntityState after = changed(id, states.get(id), state, attributes, time, context);
        if (after != null) {
            states.put(id, after);
        }
    }

    /** The entity after a report; null if both state and attributes are what they were. */
    private static @Nullable EntityState changed(
            String id,
            @Nullable EntityState before,
            String state,
            Map<String, @Nullable Object> attributes,
            Instant time,
            Context context) {
        if (before == null || !before.state().equals(state)) {
            return new EntityState(id, state, attributes, time, time, context);
        }
        return isSame(before.attributes(), attributes)
                ? null
                : new EntityState(id, state, attributes, before.lastChanged(), time, context);
    }

    private static boolean isSame(Map<String, @Nullable Object> a, Map<String, @Nullable Object> b) {
        return a.equals(b) || Equality.same(a, b);
    }

    /** Removes an entity, and tells of it if there was one. */
    public void remove(String entityId, Instant time, Context context) {
        EntityState before = states.remove(entityId.toLowerCase(Locale.ROOT));
        if (before != null) {
            bus.fire(new HomeChange(before.entityId(), before, null, time, context));
        }
    }
}
