package io.homeiq.simulation.habit;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws the handful of habits that the people of a home have, of as many kinds as the home allows. */
public final class HabitBook {

    private static final double EACH_KIND = 0.8;
    private static final double CHANGES = 0.65;
    private static final double BY_CLOCK = 0.6;
    private static final double TRY_AGAIN = 0.45;
    private static final int MOST_BASE = 4;
    private static final int ENTITIES_A_HABIT = 9;

    private HabitBook() {}

    /**
     * The habits of a home.
     *
     * @param home the chance of the whole home, from which sensors are drawn as well
     */
    public static List<Habit> draw(Setting setting, Stock stock, Chance home) {
        Draft draft = new Draft(setting, stock, home);
        int most = MOST_BASE + setting.traits().size() / ENTITIES_A_HABIT;
        List<Habit> habits = new ArrayList<>();
        List<Supplier<Optional<Habit>>> kinds = kinds(draft, home);
        Chance chance = draft.chance();
        while (!kinds.isEmpty() && habits.size() < most) {
            Supplier<Optional<Habit>> kind = kinds.remove(chance.below(kinds.size()));
            if (chance.happens(EACH_KIND)) {
                kind.get().ifPresent(habits::add);
            }
        }
        return change(habits, setting.days(), chance);
    }

    private static List<Supplier<Optional<Habit>>> kinds(Draft draft, Chance home) {
        ClockHabits clock = new ClockHabits(draft);
        SunHabits sun = new SunHabits(draft);
        TriggerHabits trigger = new TriggerHabits(draft);
        GroupHabits groups = new GroupHabits(draft);
        DurationHabits durations = new DurationHabits(draft);
        PresenceHabits presence = new PresenceHabits(draft);
        ThresholdHabits thresholds = new ThresholdHabits(draft, home);
        List<Supplier<Optional<Habit>>> kinds = new ArrayList<>(List.of(
                clock::draw,
                clock::draw,
                sun::draw,
                sun::draw,
                trigger::draw,
                trigger::draw,
                groups::sequence,
                groups::scene,
                durations::draw,
                durations::draw,
                presence::draw,
                thresholds::draw));
        for (Supplier<Optional<Habit>> more : List.copyOf(kinds)) {
            if (draft.chance().happens(TRY_AGAIN)) {
                kinds.add(more);
            }
        }
        return kinds;
    }

    /** In some homes one habit becomes another one, after it has been followed for a month. */
    private static List<Habit> change(List<Habit> habits, int days, Chance chance) {
        List<Habit> changed = new ArrayList<>(habits);
        int from = days / 2;
        int until = days - 12;
        if (!habits.isEmpty() && until > from && chance.happens(CHANGES)) {
            List<Habit> byClocks = habits.stream()
                    .filter(habit -> habit.occasion() instanceof Occasion.AtClock)
                    .toList();
            Habit habit = chance.of(!byClocks.isEmpty() && chance.happens(BY_CLOCK) ? byClocks : habits);
            int which = habits.indexOf(habit);
            int day = from + chance.below(until - from);
            boolean byClock = habit.occasion() instanceof Occasion.AtClock;
            double kind = byClock ? chance.share() : 0.6 + 0.4 * chance.share();
            int minutes = (chance.happens(0.5) ? 1 : -1) * (30 + chance.below(31));
            changed.set(which, habit.with(course(kind, day, minutes)));
        }
        return changed;
    }

    private static Course course(double kind, int day, int minutes) {
        if (kind < 0.6) {
            return new Course.Moves(day, minutes);
        }
        return kind < 0.75 ? new Course.Weakens(day, 0.8) : new Course.Ends(day);
    }
}
