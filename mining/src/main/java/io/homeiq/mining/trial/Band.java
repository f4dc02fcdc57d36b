package io.homeiq.mining.trial;

import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import org.jspecify.annotations.Nullable;

/** Numbers between two strict bounds, either of which may be missing. */
record Band(@Nullable Double above, @Nullable Double below) {

    static Band of(NumericStateCondition condition) {
        return new Band(condition.above(), condition.below());
    }

    static Band of(NumericStateTrigger trigger) {
        return new Band(trigger.above(), trigger.below());
    }

    /** Nothing that is not a number lies in it. */
    boolean contains(double value) {
        return !Double.isNaN(value) && (above == null || value > above) && (below == null || value < below);
    }
}
