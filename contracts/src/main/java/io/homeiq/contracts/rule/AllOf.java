package io.homeiq.contracts.rule;

import java.util.List;

/** All of them hold; with none it holds. */
public record AllOf(List<Condition> conditions) implements Condition {

    public AllOf {
        conditions = List.copyOf(conditions);
    }
}
