package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.ClockHabit;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.DeedActions;
import io.homeiq.mining.habit.DurationHabit;
import io.homeiq.mining.habit.GroupHabit;
import io.homeiq.mining.habit.Guard;
import io.homeiq.mining.habit.LedScene;
import io.homeiq.mining.habit.NumericThresholdHabit;
import io.homeiq.mining.habit.PeopleHabit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.SunHabit;
import io.homeiq.mining.habit.TriggerHabit;
import io.homeiq.mining.habit.WeekdayKinds;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes a habit as the rule that would do the same. */
public final class HabitRules {

    /** A shorter wait than this is a person's way to the switch, not part of the habit. */
    private static final Duration WAIT_WORTH_KEEPING = Duration.ofSeconds(90);

    private static final int WAIT_STEP_SECONDS = 30;

    private final Household home;
    private final GroupRules groups;
    private final PeopleRules people;

    public HabitRules(Household home) {
        this.home = home;
        this.groups = new GroupRules(home);
        this.people = new PeopleRules(home);
    }

    /** Empty where no service leads to the state. */
    public Optional<Rule> ruleOf(Candidate candidate) {
        if (candidate.habit() instanceof GroupHabit group) {
            return groups.ruleOf(group, candidate.acts(), leadOf(group, candidate));
        }
        Deed deed = candidate.habit().deed();
        String state = home.states().nameOf(deed.state());
        int level = UsualLevel.of(
                home.timeline(deed.entity()).orElseThrow(), candidate.learned().explained());
        return DeedActions.of(deed.entity(), state, level).map(call -> ruleOf(candidate, call));
    }

    private Optional<Rule> leadOf(GroupHabit group, Candidate candidate) {
        return group instanceof LedScene led ? ruleOf(candidate.as(led.lead())) : Optional.empty();
    }

    private Rule ruleOf(Candidate candidate, CallService call) {
        return switch (candidate.habit()) {
            case ClockHabit clock ->
                new Rule(
                        List.of(TimeTrigger.at(LocalTime.ofSecondOfDay(clock.secondOfDay()))),
                        weekdays(clock),
                        List.of(call));
            case SunHabit sun ->
                new Rule(
                        List.of(new SunTrigger(sun.event(), Duration.ofSeconds(sun.offset()))),
                        weekdays(sun),
                        List.of(call));
            case NumericThresholdHabit number ->
                new Rule(List.of(number.trigger()), guards(number.guards()), actions(candidate.learned(), call));
            case TriggerHabit habit ->
                new Rule(List.of(trigger(habit)), guards(habit.guards()), actions(candidate.learned(), call));
            case PeopleHabit habit -> people.of(habit, ruleOf(candidate.as(habit.answer()), call));
            case DurationHabit habit -> new Rule(List.of(groups.lasting(habit)), List.of(), List.of(call));
            case GroupHabit ignored ->
                throw new IllegalArgumentException("one call cannot do what several deeds do: " + call);
        };
    }

    private static List<Condition> weekdays(DailyHabit habit) {
        return habit.weekdays().size() == WeekdayKinds.EVERY_DAY.size()
                ? List.of()
                : List.of(TimeCondition.on(habit.weekdays()));
    }

    /** The states before are named, so that a sensor that comes back from an absence starts nothing. */
    private Trigger trigger(TriggerHabit habit) {
        Timeline timeline = home.timeline(habit.trigger()).orElseThrow();
        Set<String> from = new TreeSet<>();
        for (int i = 1; i < timeline.size(); i++) {
            short before = timeline.stateAt(i - 1);
            if (habit.isTrigger(timeline, i) && before > StateNames.ABSENT && before != habit.to()) {
                from.add(home.states().nameOf(before));
            }
        }
        return new StateTrigger(
                List.of(habit.trigger()),
                List.copyOf(from),
                List.of(home.states().nameOf(habit.to())),
                Duration.ZERO);
    }

    private List<Condition> guards(List<Guard> guards) {
        return guards.stream().map(guard -> guard.condition(home)).toList();
    }

    private static List<Action> actions(Replay learned, CallService call) {
        List<Action> actions = new ArrayList<>();
        long[] delays = learned.delays();
        Arrays.sort(delays);
        long usual = delays.length == 0 ? 0 : delays[delays.length / 2] / 1000;
        if (usual >= WAIT_WORTH_KEEPING.toSeconds()) {
            actions.add(new Delay(Duration.ofSeconds(usual / WAIT_STEP_SECONDS * WAIT_STEP_SECONDS)));
        }
        actions.add(call);
        return actions;
    }
}
