package io.homeiq.contracts.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The moment lies after and before events of the sun of the same local day. Only "after sunset and before sunrise" is
 * read as one night, as Home Assistant does.
 *
 * @param after null: no lower bound
 * @param before null: no upper bound, but one must be given
 * @param afterOffset added to {@code after}; zero where there is none
 * @param beforeOffset added to {@code before}; zero where there is none
 */
public record SunCondition(
        @Nullable SunEvent after, @Nullable SunEvent before, Duration afterOffset, Duration beforeOffset)
        implements Condition {

    public SunCondition {
        if (after == null && before == null) {
            throw new IllegalArgumentException("a sun condition needs an event of the sun");
        }
    }
}
