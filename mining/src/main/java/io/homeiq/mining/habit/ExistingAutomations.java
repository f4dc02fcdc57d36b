package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.statistics.CircularTime;
import java.util.List;
import java.util.Optional;

/** Knows what the home's automations do already, so that nobody is offered what they have. */
public final class ExistingAutomations {

    /** Two clock times this close are the same plan. */
    private static final int SAME_TIME_SECONDS = 30 * 60;

    private final List<Automation> automations;

    public ExistingAutomations(List<Automation> automations) {
        this.automations = List.copyOf(automations);
    }

    /** The owner's automation that does what the rule would do at about the same occasion; ours are told by their id. */
    public Optional<Automation> doing(Rule rule) {
        return automations.stream()
                .filter(automation -> !automation.isOurs())
                .filter(automation -> sharesAction(automation.rule(), rule) && sharesTrigger(automation.rule(), rule))
                .findFirst();
    }

    private static boolean sharesAction(Rule existing, Rule wanted) {
        return calls(wanted).stream().anyMatch(want -> calls(existing).stream().anyMatch(has -> isSame(has, want)));
    }

    private static List<CallService> calls(Rule rule) {
        return rule.actions().stream()
                .filter(CallService.class::isInstance)
                .map(CallService.class::cast)
                .toList();
    }

    private static boolean isSame(CallService has, CallService want) {
        boolean service = has.service().equals(want.service())
                && (has.domain().equals(want.domain()) || has.domain().equals("homeassistant"));
        return service && has.targets().stream().anyMatch(want.targets()::contains);
    }

    private static boolean sharesTrigger(Rule existing, Rule wanted) {
        return wanted.triggers().stream()
                .anyMatch(want -> existing.triggers().stream().anyMatch(has -> isSame(has, want)));
    }

    private static boolean isSame(Trigger has, Trigger want) {
        if (has instanceof TimeTrigger one && want instanceof TimeTrigger other) {
            return one.at().stream()
                    .anyMatch(a -> other.at().stream()
                            .anyMatch(b -> Math.abs(CircularTime.difference(a.toSecondOfDay(), b.toSecondOfDay()))
                                    <= SAME_TIME_SECONDS));
        }
        if (has instanceof StateTrigger one && want instanceof StateTrigger other) {
            boolean entity = one.entities().stream()
                    .map(EntityId::value)
                    .anyMatch(id ->
                            other.entities().stream().anyMatch(e -> e.value().equals(id)));
            return entity && (one.to().isEmpty() || one.to().stream().anyMatch(other.to()::contains));
        }
        return false;
    }
}
