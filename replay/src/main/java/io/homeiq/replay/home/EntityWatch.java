package io.homeiq.replay.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens for the changes of some entities: one listener on the bus for all who wait, as in Home Assistant. */
public final class EntityWatch {

    private final Bus bus;
    private final Map<String, List<Consumer<HomeChange>>> watchers = new HashMap<>();
    private @Nullable Runnable stop;

    EntityWatch(Bus bus) {
        this.bus = bus;
    }

    /**
     * Called on each change of one of the entities; those who came earlier are called earlier.
     *
     * @return ends it
     */
    public Runnable watch(Collection<String> entityIds, Consumer<HomeChange> watcher) {
        if (entityIds.isEmpty()) {
            return () -> {};
        }
        if (stop == null) {
            stop = bus.listenToChanges(this::tell);
        }
        List<String> ids = List.copyOf(entityIds);
        ids.forEach(
                id -> watchers.computeIfAbsent(id, any -> new ArrayList<>(2)).add(watcher));
        return () -> forget(ids, watcher);
    }

    /** Whether a change of the entity reaches nobody: it is not watched, and nobody listens to the changes of all. */
    boolean isUnheard(String entityId) {
        int own = stop == null ? 0 : 1;
        return bus.listeners(HomeChange.TYPE) == own && !watchers.containsKey(entityId);
    }

    private void forget(List<String> ids, Consumer<HomeChange> watcher) {
        for (String id : ids) {
            List<Consumer<HomeChange>> those = watchers.get(id);
            if (those != null && those.remove(watcher) && those.isEmpty()) {
                watchers.remove(id);
            }
        }
        if (watchers.isEmpty() && stop != null) {
            stop.run();
            stop = null;
        }
    }

    private void tell(HomeChange change) {
        List<Consumer<HomeChange>> those = watchers.get(change.entityId());
        if (those != null) {
            Snapshot.each(those, change);
        }
    }
}
