package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Signals;
import java.util.List;

/** The home's zone counts who is in it, soon after their places change. */
public final class Headcount {

    private Headcount() {}

    public static void start(List<EntityId> people, World world, Chance chance) {
        Chance own = chance.fork("headcount");
        for (EntityId person : people) {
            world.watch(
                    person,
                    change -> world.after(own.seconds(0.001, 0.02), () -> {
                        long home = people.stream()
                                .filter(other -> world.is(other, "home"))
                                .count();
                        world.set(Step.of(Signals.ZONE, String.valueOf(home), new Actor.Mirror(change.context())));
                    }));
        }
    }
}
