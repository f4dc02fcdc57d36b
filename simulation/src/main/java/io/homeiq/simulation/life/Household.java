package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who lives here, and where each of them is now. Knows today's plan and yesterday's, which may last beyond midnight. */
public final class Household implements Part {

    private static final int EVENING = 18;

    private final World world;
    private final List<Resident> residents;
    private final Planner planner;
    private final Chance chance;
    private final List<DayPlan> plans = new ArrayList<>();

    public Household(List<Resident> residents, World world, Chance chance) {
        this.world = world;
        this.residents = List.copyOf(residents);
        this.planner = new Planner(this.residents, chance);
        this.chance = chance.fork("household");
    }

    @Override
    public void plan(Day day) {
        if (plans.size() == 2) {
            plans.removeFirst();
        }
        plans.add(planner.plan(day));
    }

    DayPlan today() {
        return plans.getLast();
    }

    public List<Resident> residents() {
        return residents;
    }

    private boolean inAnyPlan(Resident who, Predicate<PersonDay> holds) {
        return plans.stream()
                .flatMap(plan -> plan.people().stream())
                .anyMatch(person -> person.who().equals(who) && holds.test(person));
    }

    public boolean isHome(Resident who) {
        return !inAnyPlan(who, person -> person.isOut(world.now()));
    }

    boolean isUp(Resident who) {
        return isHome(who) && inAnyPlan(who, person -> person.isAwake(world.now()));
    }

    public boolean isAnyoneHome() {
        return residents.stream().anyMatch(this::isHome);
    }

    /** One of those who are at home and awake. */
    public Optional<Resident> someoneUp() {
        List<Resident> up = residents.stream().filter(this::isUp).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(chance.of(up));
    }

    /** One of those who are at home, awake or not. */
    public Optional<Resident> someoneHome() {
        List<Resident> home = residents.stream().filter(this::isHome).toList();
        return home.isEmpty() ? Optional.empty() : Optional.of(chance.of(home));
    }

    /** Whether the person's day goes on as always: not ill, not on holiday, and no guests in the evening. */
    public boolean isUsualDay(Resident who) {
        boolean usual = today().people().stream()
                .filter(person -> person.who().equals(who))
                .allMatch(PersonDay::usual);
        boolean evening = world.clock().timeAt(world.now()).getHour() >= EVENING;
        return usual && !(today().guests() && evening);
    }
}
