package io.homeiq.contracts.rule;

/** What must hold when a trigger happens, or the run ends there. */
public sealed interface Condition
        permits StateCondition,
                NumericStateCondition,
                TimeCondition,
                SunCondition,
                AllOf,
                AnyOf,
                NoneOf,
                OpaqueCondition {

    /** Whether the condition, with all that it contains, is expressed by the model. */
    default boolean isTransparent() {
        return switch (this) {
            case OpaqueCondition ignored -> false;
            case AllOf all -> all.conditions().stream().allMatch(Condition::isTransparent);
            case AnyOf any -> any.conditions().stream().allMatch(Condition::isTransparent);
            case NoneOf none -> none.conditions().stream().allMatch(Condition::isTransparent);
            case StateCondition ignored -> true;
            case NumericStateCondition ignored -> true;
            case TimeCondition ignored -> true;
            case SunCondition ignored -> true;
        };
    }
}
