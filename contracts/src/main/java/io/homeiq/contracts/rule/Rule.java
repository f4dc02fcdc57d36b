package io.homeiq.contracts.rule;

import java.util.List;

/**
 * When any trigger happens and all conditions hold, the actions are done in order. The common language of the parts:
 * detectors propose it, replay runs it over history, the safety check reads it, Home Assistant's automations are read into it.
 *
 * @param triggers at least one
 * @param actions at least one
 */
public record Rule(List<Trigger> triggers, List<Condition> conditions, List<Action> actions) {

    public Rule {
        triggers = List.copyOf(triggers);
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        if (triggers.isEmpty() || actions.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule needs a trigger and an action, has " + triggers.size() + " and " + actions.size());
        }
    }

    /** Whether every part is expressed by the model, so that it can be reasoned about. */
    public boolean isTransparent() {
        return triggers.stream().noneMatch(OpaqueTrigger.class::isInstance)
                && conditions.stream().allMatch(Condition::isTransparent)
                && actions.stream().noneMatch(OpaqueAction.class::isInstance);
    }
}
