package io.homeiq.mining.trial;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which entities a rule looks at. */
final class Entities {

    private Entities() {}

    static Set<EntityId> of(Rule rule) {
        Set<EntityId> all = new HashSet<>();
        for (Trigger trigger : rule.triggers()) {
            switch (trigger) {
                case StateTrigger state -> all.addAll(state.entities());
                case NumericStateTrigger number -> all.addAll(number.entities());
                default -> {}
            }
        }
        of(rule.conditions(), all);
        return all;
    }

    private static void of(List<Condition> conditions, Set<EntityId> all) {
        for (Condition condition : conditions) {
            switch (condition) {
                case StateCondition state -> all.addAll(state.entities());
                case NumericStateCondition number -> all.addAll(number.entities());
                case AllOf every -> of(every.conditions(), all);
                case AnyOf some -> of(some.conditions(), all);
                case NoneOf none -> of(none.conditions(), all);
                default -> {}
            }
        }
    }
}
