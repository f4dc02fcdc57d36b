package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.statistics.CircularTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return GroupLikeness.isGroup(wanted) ? doesMostOf(existing, wanted) : doesOneOf(existing, wanted);
    }

    /** One that does only a part of a scene leaves something to propose; one that calls a scene does not tell what. */
    private static boolean doesMostOf(Rule existing, Rule wanted) {
        boolean callsScene =
                calls(existing).stream().anyMatch(has -> has.domain().equals("scene"));
        Set<String> wants = GroupLikeness.deeds(wanted);
        long does =
                wants.stream().filter(GroupLikeness.deeds(existing)::contains).count();
        return callsScene || 2 * does > wants.size();
    }

    private static boolean doesOneOf(Rule existing, Rule wanted) {
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
        Optional<ComingOrGoing> way = ComingOrGoing.of(want);
        if (way.isPresent() && (ComingOrGoing.isOfAll(want) || ComingOrGoing.isOfAll(has))) {
            return way.equals(ComingOrGoing.of(has));
        }
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
        if (has instanceof SunTrigger one && want instanceof SunTrigger other) {
            return one.event() == other.event()
                    && one.offset().minus(other.offset()).abs().toSeconds() <= SAME_TIME_SECONDS;
        }
        if (has instanceof NumericStateTrigger one && want instanceof NumericStateTrigger other) {
            boolean side =
                    (one.above() != null && other.above() != null) || (one.below() != null && other.below() != null);
            return side && one.entities().stream().anyMatch(other.entities()::contains);
        }
        return false;
    }
}
