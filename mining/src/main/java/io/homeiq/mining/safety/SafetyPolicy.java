package io.homeiq.mining.safety;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges what a rule would switch, and on what: the most dangerous part decides. */
public final class SafetyPolicy {

    private final Appliances appliances;

    public SafetyPolicy(HomeRegistry registry) {
        this.appliances = new Appliances(registry);
    }

    /** What may be done with the rule. What the model cannot express could do anything and needs consent at least. */
    public Safety judge(Rule rule) {
        List<Remark> remarks = new ArrayList<>();
        rule.triggers().stream()
                .filter(StateTrigger.class::isInstance)
                .flatMap(trigger -> ((StateTrigger) trigger).entities().stream())
                .flatMap(entity -> appliances.asTrigger(entity).stream())
                .forEach(remarks::add);
        rule.actions().forEach(action -> remarks.addAll(judge(action)));
        if (!rule.isTransparent()) {
            remarks.add(new Remark(SafetyTier.CONSENT, "a part of it cannot be checked"));
        }
        remarks.sort(Comparator.comparing(Remark::tier).reversed());
        SafetyTier tier =
                remarks.isEmpty() ? SafetyTier.LOW_RISK : remarks.getFirst().tier();
        return new Safety(
                tier, verdict(tier), remarks.stream().map(Remark::reason).toList());
    }

    private List<Remark> judge(Action action) {
        return action instanceof CallService call
                ? call.targets().stream()
                        .flatMap(target -> appliances.asTarget(target, call).stream())
                        .toList()
                : List.of();
    }

    private static SafetyVerdict verdict(SafetyTier tier) {
        return switch (tier) {
            case LOW_RISK -> SafetyVerdict.PASS;
            case CONSENT -> SafetyVerdict.ASK;
            case NEVER -> SafetyVerdict.BLOCK;
        };
    }
}
