package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.habit.PeopleHabit;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rules that hang on people: on the home's zone where it is recorded, else on each while the others are away. */
final class PeopleRules {

    private static final String HOME = "home";

    /** Between nobody and somebody. */
    private static final double SOMEBODY = 0.5;

    private final Household home;

    PeopleRules(Household home) {
        this.home = home;
    }

    /** @param plain the rule as it would be if the trigger were like any other */
    Rule of(PeopleHabit habit, Rule plain) {
        Duration held = habit.forgotten() ? delays(plain) : Duration.ZERO;
        List<Action> actions = plain.actions().stream()
                .filter(action -> !(habit.forgotten() && action instanceof Delay))
                .toList();
        List<Condition> conditions = new ArrayList<>(plain.conditions());
        if (!habit.answer().trigger().equals(SomebodyHome.ZONE)) {
            return new Rule(List.of(holding(plain.triggers().getFirst(), held)), conditions, actions);
        }
        boolean coming = home.states().nameOf(habit.answer().to()).equals(SomebodyHome.OCCUPIED);
        if (!home.isZoneRecorded()) {
            List<EntityId> people = SomebodyHome.witnesses(home.timelines());
            conditions.add(coming ? onlyOneHome(people) : nobodyHome(people));
            return new Rule(List.of(ofPeople(people, coming, held)), conditions, actions);
        }
        return new Rule(List.of(ofZone(coming, held)), conditions, actions);
    }

    private static Duration delays(Rule plain) {
        return plain.actions().stream()
                .filter(Delay.class::isInstance)
                .map(action -> ((Delay) action).duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Trigger holding(Trigger trigger, Duration held) {
        return trigger instanceof StateTrigger state
                ? new StateTrigger(state.entities(), state.from(), state.to(), held)
                : trigger;
    }

    private static Trigger ofZone(boolean coming, Duration held) {
        return new NumericStateTrigger(
                List.of(SomebodyHome.ZONE), null, coming ? SOMEBODY : null, coming ? null : SOMEBODY, held);
    }

    private static Trigger ofPeople(List<EntityId> people, boolean coming, Duration held) {
        return new StateTrigger(people, coming ? List.of() : List.of(HOME), coming ? List.of(HOME) : List.of(), held);
    }

    private static Condition nobodyHome(List<EntityId> people) {
        return new NoneOf(people.stream()
                .map(person -> (Condition) StateCondition.of(person, HOME))
                .toList());
    }

    /** Whoever is home is alone there. */
    private static Condition onlyOneHome(List<EntityId> people) {
        return new AnyOf(people.stream()
                .map(person -> (Condition) new AllOf(List.of(
                        StateCondition.of(person, HOME),
                        nobodyHome(people.stream()
                                .filter(other -> !other.equals(person))
                                .toList()))))
                .toList());
    }
}
