package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares rules that do several things: a scene that lost or won a member is still the same scene. */
public final class GroupLikeness {

    /** Of all that either does, so much is done by both. */
    private static final double SAME = 0.5;

    private GroupLikeness() {}

    public static boolean isGroup(Rule rule) {
        return deeds(rule).size() > 1;
    }

    /** How much of what either rule does both do, 0 to 1 (Jaccard 1912). */
    static double shared(Rule one, Rule other) {
        Set<String> common = new HashSet<>(deeds(one));
        common.retainAll(deeds(other));
        Set<String> all = new HashSet<>(deeds(one));
        all.addAll(deeds(other));
        return (double) common.size() / Math.max(1, all.size());
    }

    public static boolean isSame(Rule one, Rule other) {
        return shared(one, other) >= SAME;
    }

    /** Whether both do the same things exactly. */
    public static boolean isEqual(Rule one, Rule other) {
        return deeds(one).equals(deeds(other));
    }

    /** Whether one entity's change starts both. */
    public static boolean shareTrigger(Rule one, Rule other) {
        Set<String> common = triggers(one);
        common.retainAll(triggers(other));
        return !common.isEmpty();
    }

    private static Set<String> triggers(Rule rule) {
        return rule.triggers().stream()
                .filter(StateTrigger.class::isInstance)
                .flatMap(trigger -> ((StateTrigger) trigger)
                        .entities().stream().map(entity -> entity + " " + ((StateTrigger) trigger).to()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What it does, each as a service and an entity. */
    static Set<String> deeds(Rule rule) {
        return rule.actions().stream()
                .filter(CallService.class::isInstance)
                .map(CallService.class::cast)
                .flatMap(call -> call.targets().stream().map(target -> call.service() + " " + target))
                .collect(Collectors.toSet());
    }
}
