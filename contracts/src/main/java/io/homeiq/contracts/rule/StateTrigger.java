package io.homeiq.contracts.rule;

import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.util.List;

/**
 * An entity goes from one state to another and stays there for a while.
 *
 * @param entities any of these; at least one
 * @param from any of these before; empty: whatever it was
 * @param to any of these after; empty: whatever it becomes
 * @param holdFor how long it must stay so; zero: not at all
 */
public record StateTrigger(List<EntityId> entities, List<String> from, List<String> to, Duration holdFor)
        implements Trigger {

    public StateTrigger {
        entities = List.copyOf(entities);
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (entities.isEmpty() || holdFor.isNegative()) {
            throw new IllegalArgumentException("a state trigger needs an entity and a duration of zero or more, was: "
                    + entities + ", " + holdFor);
        }
    }

    /** One entity's change from one state to another, at once. */
    public static StateTrigger of(EntityId entity, String from, String to) {
        return new StateTrigger(List.of(entity), List.of(from), List.of(to), Duration.ZERO);
    }
}
