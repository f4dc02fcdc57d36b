package io.homeiq.simulation.machine;

import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Once or twice a door opens at an hour of the night at which it never does. */
public final class Oddities implements Part {

    private static final int MOST = 2;
    private static final int AFTER_DAYS = 21;

    private final World world;
    private final List<Fixture> doors;
    private final Consumer<Oddity> told;
    private final Chance chance;
    private final List<Integer> days = new ArrayList<>();

    /**
     * The oddities of a home.
     *
     * @param told hears of each when it happens
     */
    public Oddities(World world, Furniture furniture, int allDays, Consumer<Oddity> told, Chance home) {
        this.world = world;
        this.doors = furniture.all(Role.DOOR);
        this.told = told;
        this.chance = home.fork("oddities");
        for (int i = chance.below(MOST + 1); i > 0 && allDays > AFTER_DAYS; i--) {
            days.add(AFTER_DAYS + chance.below(allDays - AFTER_DAYS));
        }
    }

    @Override
    public void plan(Day day) {
        if (days.contains(day.number()) && !doors.isEmpty()) {
            Fixture door = chance.of(doors);
            world.at(day.within(2, 2, chance), () -> open(door));
        }
    }

    private void open(Fixture door) {
        if (!world.isDown() && world.is(door.id(), "off")) {
            told.accept(new Oddity(door.id(), world.time(), door.id() + " opens in the middle of the night"));
            world.set(Step.of(door.id(), "on", Actor.ITSELF));
            world.after(chance.seconds(20, 90), () -> world.set(Step.of(door.id(), "off", Actor.ITSELF)));
        }
    }
}
