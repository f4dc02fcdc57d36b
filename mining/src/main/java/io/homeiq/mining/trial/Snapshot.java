package io.homeiq.mining.trial;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states, as they are now, of the entities that a rule asks for. Bounded by these. */
final class Snapshot {

    private final Set<EntityId> asked;
    private final Map<EntityId, Now> states = new HashMap<>();

    /**
     * One of them.
     *
     * @param since since when it is in this state, in epoch milliseconds
     */
    record Now(String state, Attributes attributes, long since) {

        /** Not a number where it is none. */
        double number(@Nullable String attribute) {
            if (attribute != null) {
                Double value = attributes.number(attribute);
                return value == null ? Double.NaN : value;
            }
            try {
                return Double.parseDouble(state);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    Snapshot(Set<EntityId> asked) {
        this.asked = Set.copyOf(asked);
    }

    /** What was so before; empty if nothing was known. */
    Optional<Now> note(StateChange change) {
        EntityId entity = change.entityId();
        if (!asked.contains(entity)) {
            return Optional.empty();
        }
        Now before = states.get(entity);
        String after = change.after();
        if (after == null) {
            states.remove(entity);
        } else {
            long since = before != null && before.state().equals(after)
                    ? before.since()
                    : change.time().toEpochMilli();
            states.put(entity, new Now(after, change.attributes(), since));
        }
        return Optional.ofNullable(before);
    }

    Optional<Now> of(EntityId entity) {
        return Optional.ofNullable(states.get(entity));
    }

    boolean isAsked(EntityId entity) {
        return asked.contains(entity);
    }
}
