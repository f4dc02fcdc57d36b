package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeCondition;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A rule as one line of text that is the same in every run: sets are put in order. */
final class RuleText {

    private RuleText() {}

    static String of(Rule rule) {
        String conditions = rule.conditions().stream()
                .map(condition -> condition instanceof TimeCondition time
                        ? "time " + time.after() + " " + time.before() + " " + new TreeSet<>(time.weekdays())
                        : condition.toString())
                .collect(Collectors.joining(" and "));
        return rule.triggers() + " if " + conditions + " then " + rule.actions();
    }
}
