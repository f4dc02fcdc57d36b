package io.homeiq.mining.habit;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
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
final class HabitRules {

    /** A shorter wait than this is a person's way to the switch, not part of the habit. */
    private static final Duration WAIT_WORTH_KEEPING = Duration.ofSeconds(90);

    private static final int WAIT_STEP_SECONDS = 30;

    /** Levels that lie closer together than this are one and the same to people. */
    private static final int LEVEL_SPREAD = 12;

    private static final int MIN_LEVELS = 3;

    private final Household home;

    HabitRules(Household home) {
        this.home = home;
    }

    /** Empty where no service leads to the state. */
    Optional<Rule> ruleOf(Candidate candidate) {
        Deed deed = candidate.habit().deed();
        String state = home.states().nameOf(deed.state());
        return DeedActions.of(deed.entity(), state, usualLevel(candidate)).map(call -> ruleOf(candidate, call));
    }

    private Rule ruleOf(Candidate candidate, CallService call) {
        return switch (candidate.habit()) {
            case ClockHabit clock ->
                new Rule(
                        List.of(TimeTrigger.at(LocalTime.ofSecondOfDay(clock.secondOfDay()))),
                        weekdays(clock),
                        List.of(call));
            case TriggerHabit habit ->
                new Rule(List.of(trigger(habit)), band(habit.band()), actions(candidate.learned(), call));
        };
    }

    private static List<Condition> weekdays(ClockHabit habit) {
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

    private static List<Condition> band(HourBand band) {
        return band.isWholeDay()
                ? List.of()
                : List.of(new TimeCondition(LocalTime.of(band.from(), 0), LocalTime.of(band.until(), 0), Set.of()));
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

    /** The median level of the acts if most lie close to it, else −1. */
    private int usualLevel(Candidate candidate) {
        Timeline timeline = home.timeline(candidate.habit().deed().entity()).orElseThrow();
        int[] levels = candidate.learned().explained().stream()
                .map(timeline::levelAt)
                .filter(level -> level != Timeline.NO_LEVEL)
                .sorted()
                .toArray();
        if (levels.length < MIN_LEVELS) {
            return -1;
        }
        int spread = levels[levels.length * 3 / 4] - levels[levels.length / 4];
        return spread <= LEVEL_SPREAD ? levels[levels.length / 2] : -1;
    }
}
