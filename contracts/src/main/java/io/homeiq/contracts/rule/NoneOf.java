package io.homeiq.contracts.rule;

import java.util.List;

/** None of them holds; Home Assistant calls it {@code not}. */
public record NoneOf(List<Condition> conditions) implements Condition {

    public NoneOf {
        conditions = List.copyOf(conditions);
    }
}
