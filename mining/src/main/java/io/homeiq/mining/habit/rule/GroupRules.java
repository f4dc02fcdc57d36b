package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.habit.Claims;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.DeedActions;
import io.homeiq.mining.habit.DurationHabit;
import io.homeiq.mining.habit.GroupHabit;
import io.homeiq.mining.habit.LedScene;
import io.homeiq.mining.habit.SceneHabit;
import io.homeiq.mining.habit.SequenceHabit;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Writes a habit of several entities as the rule that would do the same. */
final class GroupRules {

    /** A shorter wait is a person's way to the next switch. */
    private static final Duration WAIT_WORTH_KEEPING = Duration.ofSeconds(10);

    private static final int WAIT_STEP_SECONDS = 5;

    private final Household home;

    GroupRules(Household home) {
        this.home = home;
    }

    /**
     * The rule of a scene or a sequence.
     *
     * @param lead the rule of the habit that leads a scene; empty for all others
     * @return empty where no service leads to one of the states
     */
    Optional<Rule> ruleOf(GroupHabit group, Claims learned, Optional<Rule> lead) {
        List<CallService> calls = group.members().stream()
                .flatMap(member -> call(member, learned).stream())
                .toList();
        if (calls.size() < group.members().size()) {
            return Optional.empty();
        }
        return switch (group) {
            case SceneHabit scene -> Optional.of(new Rule(triggers(scene.triggers()), List.of(), List.copyOf(calls)));
            case LedScene ignored -> lead.map(rule -> new Rule(rule.triggers(), rule.conditions(), led(rule, calls)));
            case SequenceHabit sequence ->
                Optional.of(new Rule(
                        triggers(sequence.members().subList(0, 1)), List.of(), steps(sequence, calls, learned)));
        };
    }

    /** That something has lasted for its usual while. */
    Trigger lasting(DurationHabit habit) {
        Deed during = new Deed(habit.deed().entity(), habit.during());
        return new StateTrigger(
                List.of(during.entity()),
                befores(during),
                List.of(home.states().nameOf(during.state())),
                Duration.ofMillis(habit.millis()));
    }

    private Optional<CallService> call(Deed deed, Claims learned) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        int level = UsualLevel.of(timeline, learned.of(deed.entity()));
        return DeedActions.of(deed.entity(), home.states().nameOf(deed.state()), level);
    }

    /** Those that take the same states share one trigger. */
    private List<Trigger> triggers(List<Deed> deeds) {
        Map<String, List<Deed>> alike = new TreeMap<>();
        deeds.forEach(deed -> alike.computeIfAbsent(
                        befores(deed) + " " + home.states().nameOf(deed.state()), key -> new ArrayList<>())
                .add(deed));
        return alike.values().stream().map(this::trigger).toList();
    }

    private Trigger trigger(List<Deed> alike) {
        List<EntityId> entities = alike.stream().map(Deed::entity).sorted().toList();
        Deed one = alike.getFirst();
        return new StateTrigger(entities, befores(one), List.of(home.states().nameOf(one.state())), Duration.ZERO);
    }

    /** The states before are named, so that a device that comes back from an absence starts nothing. */
    private List<String> befores(Deed deed) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        return IntStream.range(1, timeline.size())
                .filter(i -> timeline.stateAt(i) == deed.state())
                .mapToObj(i -> timeline.stateAt(i - 1))
                .filter(state -> state > StateNames.ABSENT && state != deed.state())
                .map(home.states()::nameOf)
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .toList();
    }

    /** All members instead of the one that the lead sets; what it waits for stays. */
    private static List<Action> led(Rule lead, List<CallService> calls) {
        List<Action> actions = new ArrayList<>(
                lead.actions().stream().filter(Delay.class::isInstance).toList());
        actions.addAll(calls);
        return actions;
    }

    private List<Action> steps(SequenceHabit sequence, List<CallService> calls, Claims learned) {
        List<Action> actions = new ArrayList<>();
        for (int step = 1; step < calls.size(); step++) {
            Deed before = sequence.members().get(step - 1);
            long wait = usualWait(before, sequence.members().get(step), learned);
            if (wait >= WAIT_WORTH_KEEPING.toSeconds()) {
                long rounded = Math.round((double) wait / WAIT_STEP_SECONDS) * WAIT_STEP_SECONDS;
                actions.add(new Delay(Duration.ofSeconds(rounded)));
            }
            actions.add(calls.get(step));
        }
        return actions;
    }

    /** The median of the seconds from the last time that the one was done to the other. */
    private long usualWait(Deed before, Deed step, Claims learned) {
        Timeline from = home.timeline(before.entity()).orElseThrow();
        Timeline to = home.timeline(step.entity()).orElseThrow();
        BitSet acts = learned.of(step.entity());
        long[] waits = acts.stream()
                .mapToLong(to::timeAt)
                .map(time -> time - lastBefore(from, before, time))
                .filter(wait -> wait <= SequenceHabit.GAP_MILLIS)
                .sorted()
                .toArray();
        return waits.length == 0 ? 0 : waits[waits.length / 2] / 1000;
    }

    private static long lastBefore(Timeline timeline, Deed deed, long time) {
        for (int i = timeline.firstAtOrAfter(time) - 1;
                i >= 0 && time - timeline.timeAt(i) <= SequenceHabit.GAP_MILLIS;
                i--) {
            if (timeline.stateAt(i) == deed.state()) {
                return timeline.timeAt(i);
            }
        }
        return Long.MIN_VALUE / 2;
    }
}
