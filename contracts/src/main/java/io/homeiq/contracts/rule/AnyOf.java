package io.homeiq.contracts.rule;

import java.util.List;

/** At least one of them holds. */
public record AnyOf(List<Condition> conditions) implements Condition {

    public AnyOf {
        conditions = List.copyOf(conditions);
    }
}
