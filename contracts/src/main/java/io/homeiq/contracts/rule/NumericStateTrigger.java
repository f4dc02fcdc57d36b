package io.homeiq.contracts.rule;

import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number crosses into a band and stays there for a while. Bounds are strict, as in Home Assistant.
 *
 * @param entities any of these; at least one
 * @param attribute the attribute that is the number; null: the state is
 * @param above lower bound; null: none
 * @param below upper bound; null: none, but one bound must be given
 */
public record NumericStateTrigger(
        List<EntityId> entities,
        @Nullable String attribute,
        @Nullable Double above,
        @Nullable Double below,
        Duration holdFor)
        implements Trigger {

    public NumericStateTrigger {
        entities = List.copyOf(entities);
        if (entities.isEmpty() || holdFor.isNegative() || above == null && below == null) {
            throw new IllegalArgumentException(
                    "a numeric state trigger needs an entity, a bound and a duration of zero or more, was: " + entities
                            + ", " + above + ", " + below + ", " + holdFor);
        }
        if (above != null && !Double.isFinite(above) || below != null && !Double.isFinite(below)) {
            throw new IllegalArgumentException("bounds must be numbers, were: " + above + ", " + below);
        }
    }
}
