package io.homeiq.contracts.rule;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the entities' numbers lie in a band with strict bounds.
 *
 * @param entities at least one
 * @param attribute the attribute that is the number; null: the state is
 * @param above lower bound; null: none
 * @param below upper bound; null: none, but one bound must be given
 */
public record NumericStateCondition(
        List<EntityId> entities,
        @Nullable String attribute,
        @Nullable Double above,
        @Nullable Double below) implements Condition {

    public NumericStateCondition {
        entities = List.copyOf(entities);
        if (entities.isEmpty() || above == null && below == null) {
            throw new IllegalArgumentException("a numeric state condition needs an entity and a bound, was: " + entities
                    + ", " + above + ", " + below);
        }
        if (above != null && !Double.isFinite(above) || below != null && !Double.isFinite(below)) {
            throw new IllegalArgumentException("bounds must be numbers, were: " + above + ", " + below);
        }
    }
}
