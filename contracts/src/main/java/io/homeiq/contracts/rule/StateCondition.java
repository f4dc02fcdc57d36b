package io.homeiq.contracts.rule;

import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.util.List;

/**
 * All the entities are in one of the states.
 *
 * @param entities at least one
 * @param states any of these; at least one
 * @param heldFor for how long they must have been so; zero: not at all
 */
public record StateCondition(List<EntityId> entities, List<String> states, Duration heldFor) implements Condition {

    public StateCondition {
        entities = List.copyOf(entities);
        states = List.copyOf(states);
        if (entities.isEmpty() || states.isEmpty() || heldFor.isNegative()) {
            throw new IllegalArgumentException(
                    "a state condition needs an entity, a state and a duration of zero or more, was: " + entities + ", "
                            + states + ", " + heldFor);
        }
    }

    /** One entity is in one state, for however long. */
    public static StateCondition of(EntityId entity, String state) {
        return new StateCondition(List.of(entity), List.of(state), Duration.ZERO);
    }
}
