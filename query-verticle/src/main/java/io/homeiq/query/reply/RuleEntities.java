package io.homeiq.query.reply;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a rule acts on and acts upon. */
final class RuleEntities {

    private RuleEntities() {}

    static Set<EntityId> of(Rule rule) {
        Set<EntityId> entities = new LinkedHashSet<>();
        rule.actions().forEach(action -> {
            if (action instanceof CallService call) {
                entities.addAll(call.targets());
            }
        });
        rule.triggers().forEach(trigger -> {
            switch (trigger) {
                case StateTrigger state -> entities.addAll(state.entities());
                case NumericStateTrigger number -> entities.addAll(number.entities());
                default -> {}
            }
        });
        return entities;
    }

    /** How many of these the rule has to do with. */
    static long touched(Rule rule, List<EntityId> about) {
        Set<EntityId> entities = of(rule);
        return about.stream().filter(entities::contains).count();
    }
}
