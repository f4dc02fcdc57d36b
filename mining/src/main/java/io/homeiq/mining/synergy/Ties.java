package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What goes together already: by an automation, whoever wrote it, or by a proven habit, which is proposed by itself. */
final class Ties {

    private final Set<Tie> tied = new HashSet<>();
    private final Map<Tie, List<PatternId>> alike = new HashMap<>();

    private record Tie(EntityId trigger, EntityId responder) {}

    Ties(List<Automation> automations, List<Pattern> patterns) {
        automations.forEach(automation -> of(automation.rule()).forEach(tied::add));
        for (Pattern pattern : patterns) {
            of(pattern.rule()).distinct().forEach(tie -> {
                alike.computeIfAbsent(tie, key -> new ArrayList<>()).add(pattern.id());
                if (pattern.isProven()) {
                    tied.add(tie);
                }
            });
        }
    }

    private static Stream<Tie> of(Rule rule) {
        List<EntityId> responders = rule.actions().stream()
                .filter(CallService.class::isInstance)
                .flatMap(action -> ((CallService) action).targets().stream())
                .toList();
        return rule.triggers().stream()
                .filter(StateTrigger.class::isInstance)
                .flatMap(trigger -> ((StateTrigger) trigger).entities().stream())
                .flatMap(trigger -> responders.stream().map(responder -> new Tie(trigger, responder)));
    }

    boolean isTied(Pair pair) {
        return isTied(pair.trigger(), pair.responder());
    }

    boolean isTied(EntityId trigger, EntityId responder) {
        return tied.contains(new Tie(trigger, responder));
    }

    /** Habits that say something alike. */
    List<PatternId> alike(Chain chain) {
        return chain.links().stream()
                .flatMap(link -> alike.getOrDefault(new Tie(chain.trigger(), link.responder()), List.of()).stream())
                .distinct()
                .toList();
    }
}
