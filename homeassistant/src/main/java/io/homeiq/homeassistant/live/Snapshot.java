package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.Parsed;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of all entities at one moment, which unlike the history carry the context of their last change. */
final class Snapshot {

    private final Map<EntityId, Now> states = new HashMap<>();

    /**
     * @param change the state as an event whose state before is not known
     * @param changed false if only attributes changed last
     */
    record Now(StateChange change, boolean changed) {}

    /** Reads what {@code get_states} answers; what is not readable is left out. Blocking. */
    static Snapshot of(JsonNode answer) {
        HomeEventJson json = new HomeEventJson();
        Snapshot snapshot = new Snapshot();
        for (JsonNode state : answer) {
            if (json.parse(state.toString()) instanceof Parsed.Happened happened
                    && happened.event() instanceof StateChange change) {
                boolean changed = change.time()
                        .equals(HistoryRows.instant(state.path("last_changed").asText("")));
                snapshot.add(new Now(change, changed));
            }
        }
        return snapshot;
    }

    private void add(Now now) {
        EntityId entity = now.change().entityId();
        states.put(entity, now);
    }

    /** The same moment, of these entities alone. */
    Snapshot only(Set<EntityId> entities) {
        Snapshot part = new Snapshot();
        states.values().stream()
                .filter(now -> entities.contains(now.change().entityId()))
                .forEach(part::add);
        return part;
    }

    /** The entities of this domain, by name. */
    List<EntityId> of(String domain) {
        return states.keySet().stream()
                .filter(entity -> entity.domain().equals(domain))
                .sorted()
                .toList();
    }

    Collection<Now> states() {
        return states.values();
    }

    @Nullable
    Now state(EntityId entity) {
        return states.get(entity);
    }

    /** The state of that moment, if it is the one that began then. */
    @Nullable
    StateChange stateSince(EntityId entity, Instant updated) {
        Now now = states.get(entity);
        return now != null && now.change().time().equals(updated) ? now.change() : null;
    }
}
