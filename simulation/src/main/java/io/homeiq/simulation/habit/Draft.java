package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.HouseClock;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Stock;
import io.homeiq.simulation.rhythm.Urge;
import io.homeiq.simulation.traits.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every kind of habit is drawn from: the home, its people, its sun, and chance. */
final class Draft {

    private static final double LEAST_MISSED = 0.03;
    private static final double MOST_MISSED = 0.18;

    private final Setting setting;
    private final Stock stock;
    private final Chance chance;
    private int number;

    Draft(Setting setting, Stock stock, Chance chance) {
        this.setting = setting;
        this.stock = stock;
        this.chance = chance.fork("habits");
    }

    Traits traits() {
        return setting.traits();
    }

    Furniture furniture() {
        return setting.furniture();
    }

    HouseClock clock() {
        return setting.clock();
    }

    int days() {
        return setting.days();
    }

    Stock stock() {
        return stock;
    }

    Chance chance() {
        return chance;
    }

    int anybody() {
        return chance.below(traits().people().size());
    }

    String nameOf(int person) {
        return traits().people().get(person).resident().name();
    }

    /** A habit on an occasion, with what it needs; done by hand. */
    Habit habit(PatternKind kind, int owner, Occasion occasion, List<Condition> conditions, List<Act> acts) {
        number++;
        String what = acts.getFirst().call().service().replace('_', ' ') + " "
                + furniture().nameOf(acts.getFirst().entity())
                + (acts.size() > 1 ? " and " + (acts.size() - 1) + " more" : "");
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Habit(
                name + "_" + number,
                kind,
                nameOf(owner) + ": " + what + ", " + OccasionWords.of(occasion),
                owner,
                occasion,
                conditions,
                acts,
                false,
                chance.between(LEAST_MISSED, MOST_MISSED),
                new Course.Steady(),
                List.of());
    }

    /** The same, fed by these urges. */
    static Habit fed(Habit habit, List<Urge> urges) {
        List<Urge> all = new ArrayList<>(habit.feeders());
        all.addAll(urges);
        return new Habit(
                habit.id(),
                habit.kind(),
                habit.description(),
                habit.owner(),
                habit.occasion(),
                habit.conditions(),
                habit.acts(),
                habit.remote(),
                habit.missed(),
                habit.course(),
                all);
    }

    /** The same, done by phone from wherever people are. */
    static Habit remote(Habit habit) {
        return new Habit(
                habit.id(),
                habit.kind(),
                habit.description(),
                habit.owner(),
                habit.occasion(),
                habit.conditions(),
                habit.acts(),
                true,
                habit.missed(),
                habit.course(),
                habit.feeders());
    }
}
