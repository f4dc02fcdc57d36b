package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A habit as the truth tells of it: as the automation that would do the same, as it was before any change. */
public final class HabitTruth {

    private static final double SPREADS = 2;
    private static final double MILLIS = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private HabitTruth() {}

    /**
     * The habit with its occurrences.
     *
     * @param firstDay from which the days of a change are counted
     */
    public static PlantedRoutine of(Habit habit, LocalDate firstDay, List<Instant> occurrences) {
        return new PlantedRoutine(
                habit.id(),
                habit.kind(),
                habit.description(),
                habit.head().entity(),
                habit.head().state(),
                rule(habit),
                habit.occasion() instanceof Occasion.OnTrigger on ? on.signals() : List.of(),
                seconds(least(habit)),
                seconds(most(habit)),
                change(habit.course(), firstDay),
                occurrences);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * MILLIS));
    }

    private static double least(Habit habit) {
        return habit.head().leastSeconds() - spread(habit.occasion());
    }

    private static double most(Habit habit) {
        return habit.head().mostSeconds() + spread(habit.occasion());
    }

    private static double spread(Occasion occasion) {
        return switch (occasion) {
            case Occasion.AtClock clock -> SPREADS * clock.spread() * SECONDS_PER_MINUTE;
            case Occasion.AtSun sun -> SPREADS * sun.spread() * SECONDS_PER_MINUTE;
            case Occasion.AtWhim ignored -> 0;
            case Occasion.OnTrigger on ->
                on.trigger() instanceof StateTrigger state
                        ? SPREADS * on.spread() * state.holdFor().toSeconds()
                        : 0;
        };
    }

    private static @Nullable RoutineChange change(Course course, LocalDate firstDay) {
        return switch (course) {
            case Course.Steady ignored -> null;
            case Course.Gains ignored -> null;
            case Course.Moves moves ->
                new RoutineChange(RoutineChange.Kind.MOVES, firstDay.plusDays(moves.day()), moves.minutes());
            case Course.MovesAndGains both ->
                new RoutineChange(RoutineChange.Kind.MOVES, firstDay.plusDays(both.day()), both.minutes());
            case Course.Weakens weakens ->
                new RoutineChange(RoutineChange.Kind.WEAKENS, firstDay.plusDays(weakens.day()), 0);
            case Course.Ends ends -> new RoutineChange(RoutineChange.Kind.ENDS, firstDay.plusDays(ends.day()), 0);
        };
    }

    static Rule rule(Habit habit) {
        List<Condition> conditions = new ArrayList<>(habit.conditions());
        if (habit.occasion() instanceof Occasion.AtClock clock
                && clock.weekdays().size() < DayOfWeek.values().length) {
            conditions.addFirst(TimeCondition.on(clock.weekdays()));
        }
        return new Rule(List.of(trigger(habit)), conditions, actions(habit));
    }

    private static Trigger trigger(Habit habit) {
        return switch (habit.occasion()) {
            case Occasion.AtClock clock ->
                TimeTrigger.at(LocalTime.of(
                        clock.minuteOfDay() / MINUTES_PER_HOUR % 24, clock.minuteOfDay() % MINUTES_PER_HOUR));
            case Occasion.AtSun sun -> new SunTrigger(sun.event(), sun.offset());
            case Occasion.OnTrigger on -> on.trigger();
            case Occasion.AtWhim ignored ->
                new StateTrigger(
                        List.of(habit.head().entity()),
                        List.of(),
                        List.of(habit.head().state()),
                        Duration.ZERO);
        };
    }

    /** What is begun without occasion is itself the occasion of the rest. */
    private static List<Action> actions(Habit habit) {
        boolean begun = habit.occasion() instanceof Occasion.AtWhim;
        List<Action> actions = new ArrayList<>();
        for (Act act : habit.acts().subList(begun ? 1 : 0, habit.acts().size())) {
            if (habit.kind() == PatternKind.SEQUENCE) {
                actions.add(new Delay(Duration.ofSeconds(Math.round((act.leastSeconds() + act.mostSeconds()) / 2))));
            }
            actions.add(act.call());
        }
        return actions;
    }
}
