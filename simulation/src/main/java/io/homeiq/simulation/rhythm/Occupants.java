package io.homeiq.simulation.rhythm;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.traits.Dweller;
import io.homeiq.simulation.traits.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who lives here, and where each of them is now. Knows the plans of today and yesterday, which may last beyond
 * midnight.
 */
public final class Occupants implements Part {

    private static final int EVENING = 17;

    private final World world;
    private final List<Resident> residents;
    private final DayBook book;
    private final Chance chance;
    private final List<List<PersonPlan>> plans = new ArrayList<>();
    private boolean guests;

    public Occupants(Traits traits, World world, Chance chance) {
        this.world = world;
        this.residents = traits.people().stream().map(Dweller::resident).toList();
        this.book = new DayBook(traits, chance);
        this.chance = chance.fork("occupants");
    }

    @Override
    public void plan(Day day) {
        if (plans.size() == 2) {
            plans.removeFirst();
        }
        guests = book.guests(day);
        plans.add(book.plan(day, guests));
    }

    List<PersonPlan> today() {
        return plans.getLast();
    }

    boolean guestsToday() {
        return guests;
    }

    public List<Resident> residents() {
        return residents;
    }

    public boolean isHome(int who) {
        return plans.stream().noneMatch(plan -> plan.get(who).isOut(world.now()));
    }

    public boolean isUp(int who) {
        return isHome(who) && plans.stream().anyMatch(plan -> plan.get(who).isAwake(world.now()));
    }

    /** Whether the person's day goes on as always: not ill, not on holiday, and no guests in the evening. */
    public boolean isUsual(int who) {
        boolean evening = world.clock().timeAt(world.now()).getHour() >= EVENING;
        return today().get(who).usual() && !(guests && evening);
    }

    public boolean isAnyoneHome() {
        return IntStream.range(0, residents.size()).anyMatch(this::isHome);
    }

    /** One of those who are at home and awake. */
    public Optional<Resident> someoneUp() {
        return anyOf(this::isUp);
    }

    /** One of those who are at home, awake or not. */
    public Optional<Resident> someoneHome() {
        return anyOf(this::isHome);
    }

    private Optional<Resident> anyOf(Predicate<Integer> fits) {
        List<Resident> fitting = IntStream.range(0, residents.size())
                .boxed()
                .filter(fits)
                .map(residents::get)
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(chance.of(fitting));
    }
}
