package io.homeiq.simulation.house;

import io.homeiq.simulation.engine.Chance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Things of a home that nothing regular happens to yet; whoever takes one has it alone. */
public final class Stock {

    private final List<Fixture> free;
    private final Set<Fixture> taken = new HashSet<>();
    private final Chance chance;

    public Stock(List<Fixture> fixtures, Chance chance) {
        this.free = new ArrayList<>(fixtures);
        this.chance = chance.fork("stock");
    }

    /** Takes any one that fits; empty if none is left. */
    public Optional<Fixture> take(Predicate<Fixture> fits) {
        List<Fixture> fitting = free.stream().filter(fits).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Fixture chosen = chance.of(fitting);
        free.remove(chosen);
        taken.add(chosen);
        return Optional.of(chosen);
    }

    /** Takes one of these roles. */
    public Optional<Fixture> take(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return take(fixture -> wanted.contains(fixture.role()));
    }

    /** Takes one of these roles in a room. */
    public Optional<Fixture> takeIn(Room room, Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return take(fixture -> fixture.room() == room && wanted.contains(fixture.role()));
    }

    /** Takes one of these roles, in the room if there is one, else anywhere. */
    public Optional<Fixture> takeNear(Room room, Role... roles) {
        return takeIn(room, roles).or(() -> take(roles));
    }

    /** Puts back what was not needed after all. */
    public void giveBack(Fixture fixture) {
        taken.remove(fixture);
        free.add(fixture);
    }

    /** How many of these are free. */
    public long count(Predicate<Fixture> fits) {
        return free.stream().filter(fits).count();
    }

    public boolean isTaken(Fixture fixture) {
        return taken.contains(fixture);
    }
}
