package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.simulation.Turn;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.traits.Dweller;
import io.homeiq.simulation.traits.Traits;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws what becomes of a habit that an automation does by now. */
public final class TurnBook {

    private static final Set<PatternKind> SERVED =
            Set.of(PatternKind.TIME_OF_DAY, PatternKind.SUN, PatternKind.TRIGGER_ACTION);
    private static final double KEEPS = 0.2;
    private static final double MOVES = 0.5;
    private static final double GAINS = 0.78;

    /** Of the habits that move, those that gain a condition with it. */
    private static final double GAINS_TOO = 0.25;

    private static final int LEAST_SHIFT = 35;
    private static final int SHIFTS = 55;
    private static final int LEAST_DELAY = 6;
    private static final int DELAYS = 12;
    private static final double DIM_LUX = 60;
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Traits traits;
    private final Furniture furniture;
    private final Chance chance;

    public TurnBook(Traits traits, Furniture furniture, Chance chance) {
        this.traits = traits;
        this.furniture = furniture;
        this.chance = chance;
    }

    /** Whether an automation could do all of it, and people could undo that. */
    public static boolean isServable(Habit habit) {
        boolean held = habit.occasion() instanceof Occasion.OnTrigger on
                && !(on.trigger() instanceof StateTrigger state
                        && state.holdFor().isZero());
        return SERVED.contains(habit.kind())
                && habit.acts().size() == 1
                && !habit.remote()
                && !held
                && habit.course() instanceof Course.Steady
                && !habit.head().entity().domain().equals("lock");
    }

    /** Empty if the habit cannot take the turn that chance chose. */
    public Optional<Turn> draw(Habit habit) {
        double kind = chance.share();
        if (kind < KEEPS) {
            return Optional.of(new Turn.Keeps());
        }
        if (kind < MOVES) {
            Optional<Turn.Moves> moves = moves(habit);
            return chance.happens(GAINS_TOO)
                    ? moves.flatMap(later ->
                            gains(habit).map(gains -> new Turn.MovesAndGains(later.minutes(), gains.condition())))
                    : moves.map(Turn.class::cast);
        }
        return kind < GAINS ? gains(habit).map(Turn.class::cast) : Optional.of(new Turn.Ends());
    }

    /** The habit as it goes on with the turn from a day on. */
    public static Habit with(Habit habit, Turn turn, int day) {
        return habit.with(
                switch (turn) {
                    case Turn.Keeps ignored -> new Course.Steady();
                    case Turn.Moves moves -> new Course.Moves(day, moves.minutes());
                    case Turn.Gains gains -> new Course.Gains(day, gains.condition());
                    case Turn.MovesAndGains both -> new Course.MovesAndGains(day, both.minutes(), both.condition());
                    case Turn.Ends ignored -> new Course.Ends(day);
                });
    }

    private Optional<Turn.Moves> moves(Habit habit) {
        int far = LEAST_SHIFT + chance.below(SHIFTS);
        int later = chance.happens(0.5) ? far : -far;
        return switch (habit.occasion()) {
            case Occasion.OnTrigger ignored -> Optional.of(new Turn.Moves(LEAST_DELAY + chance.below(DELAYS)));
            case Occasion.AtClock clock -> {
                Dweller owner = traits.people().get(habit.owner());
                yield Waking.isThere(owner, clock.minuteOfDay() + later)
                        ? Optional.of(new Turn.Moves(later))
                        : Waking.isThere(owner, clock.minuteOfDay() - later)
                                ? Optional.of(new Turn.Moves(-later))
                                : Optional.empty();
            }
            case Occasion.AtSun sun ->
                sun.event() == SunEvent.SUNSET ? Optional.of(new Turn.Moves(far)) : Optional.empty();
            case Occasion.AtWhim ignored -> Optional.empty();
        };
    }

    private Optional<Turn.Gains> gains(Habit habit) {
        List<Condition> possible = new ArrayList<>();
        boolean everyDay = !(habit.occasion() instanceof Occasion.AtClock clock)
                || clock.weekdays().size() == DayOfWeek.values().length;
        if (everyDay && habit.conditions().isEmpty()) {
            possible.add(TimeCondition.on(WORKDAYS));
            possible.add(TimeCondition.on(WEEKEND));
        }
        boolean byTrigger = habit.occasion() instanceof Occasion.OnTrigger;
        if (byTrigger && habit.conditions().isEmpty()) {
            possible.add(new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO));
            if (furniture.has(Signals.DAYLIGHT)) {
                possible.add(new NumericStateCondition(List.of(Signals.DAYLIGHT), null, null, DIM_LUX));
            }
        }
        for (Dweller dweller : traits.trackers() ? traits.people() : List.<Dweller>of()) {
            Resident resident = dweller.resident();
            if (traits.people().indexOf(dweller) != habit.owner()) {
                possible.add(StateCondition.of(resident.person(), "home"));
            }
        }
        return possible.isEmpty() ? Optional.empty() : Optional.of(new Turn.Gains(chance.of(possible)));
    }
}
