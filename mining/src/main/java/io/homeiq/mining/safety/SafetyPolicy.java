package io.homeiq.mining.safety;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Occasion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a rule would switch, and on what: the most dangerous part decides. */
public final class SafetyPolicy {

    private final Appliances appliances;

    public SafetyPolicy(HomeRegistry registry) {
        this(registry, PowerPeaks.NONE);
    }

    /** @param peaks what the home's devices were seen to draw */
    public SafetyPolicy(HomeRegistry registry, PowerPeaks peaks) {
        this.appliances = new Appliances(registry, peaks);
    }

    /** What may be proposed of the rule, which a habit suggests. What the model cannot express could do anything and needs consent at least. */
    public Safety judge(Rule rule) {
        List<Remark> remarks = new ArrayList<>();
        rule.triggers().stream()
                .flatMap(trigger -> watched(trigger).stream())
                .flatMap(entity -> appliances.asTrigger(entity).stream())
                .forEach(remarks::add);
        rule.actions().forEach(action -> remarks.addAll(judge(action)));
        if (!rule.isTransparent()) {
            remarks.add(new Remark(SafetyTier.CONSENT, "a part of it cannot be checked"));
        }
        return safety(remarks);
    }

    private static List<EntityId> watched(Trigger trigger) {
        return switch (trigger) {
            case StateTrigger state -> state.entities();
            case NumericStateTrigger numeric -> numeric.entities();
            default -> List.of();
        };
    }

    private List<Remark> judge(Action action) {
        if (!(action instanceof CallService call)) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        Appliances.asService(call.domain(), call.service()).ifPresent(remarks::add);
        call.targets()
                .forEach(target -> appliances
                        .asProposed(
                                target,
                                call.domain(),
                                call.service(),
                                call.data().tree())
                        .ifPresent(remarks::add));
        if (call.targets().isEmpty()) {
            untargeted(call.domain(), call.service()).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** A script is called by its own name. */
    private static Optional<Remark> untargeted(String domain, String service) {
        return domain.equals("script")
                        || Set.of("lock", "cover", "valve", "alarm_control_panel", "siren")
                                .contains(domain)
                ? Appliances.asOpenService(domain, service)
                : Optional.empty();
    }

    /** What may be done with the automation, whoever wrote it, seen through all its branches. */
    public Safety judge(Conduct conduct) {
        return safety(remarks(conduct));
    }

    List<Remark> remarks(Conduct conduct) {
        List<Remark> remarks = new ArrayList<>();
        for (Occasion occasion : conduct.occasions()) {
            entityOf(occasion).stream()
                    .flatMap(entity -> appliances.asTrigger(entity).stream())
                    .forEach(remarks::add);
        }
        conduct.deeds().forEach(deed -> remarks.addAll(remarks(deed)));
        if (conduct.isBlueprint()) {
            remarks.add(new Remark(SafetyTier.CONSENT, "what it does stands in a blueprint, which is not looked into"));
        }
        return remarks.stream().distinct().toList();
    }

    private static Set<EntityId> entityOf(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes -> Set.of(becomes.entity());
            case Occasion.Crosses crosses -> Set.of(crosses.entity());
            case Occasion.Other other -> other.mentioned();
            default -> Set.of();
        };
    }

    /** What speaks against one call, whatever its branch. */
    List<Remark> remarks(Deed deed) {
        List<Remark> remarks = new ArrayList<>();
        if (deed.domain().equals("event")) {
            return remarks;
        }
        Appliances.asService(deed.domain(), deed.service()).ifPresent(remarks::add);
        for (EntityId target : deed.targets().entities()) {
            appliances
                    .asTarget(target, deed.domain(), deed.service(), deed.data().tree())
                    .ifPresent(remarks::add);
        }
        boolean isHarmless =
                Set.of("notify", "persistent_notification", "logbook", "tts").contains(deed.domain());
        if ((deed.targets().open() || deed.targets().all() || deed.domain().isEmpty()) && !isHarmless) {
            Appliances.asOpenService(deed.domain(), deed.service()).ifPresent(remarks::add);
        } else if (deed.targets().entities().isEmpty()) {
            untargeted(deed.domain(), deed.service()).ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Safety safety(List<Remark> unsorted) {
        List<Remark> remarks = new ArrayList<>(unsorted);
        remarks.sort(Comparator.comparing(Remark::tier).reversed());
        SafetyTier tier =
                remarks.isEmpty() ? SafetyTier.LOW_RISK : remarks.getFirst().tier();
        return new Safety(
                tier, verdict(tier), remarks.stream().map(Remark::reason).toList());
    }

    static SafetyVerdict verdict(SafetyTier tier) {
        return switch (tier) {
            case LOW_RISK -> SafetyVerdict.PASS;
            case CONSENT -> SafetyVerdict.ASK;
            case NEVER -> SafetyVerdict.BLOCK;
        };
    }
}
