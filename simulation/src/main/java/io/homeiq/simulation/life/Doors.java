package io.homeiq.simulation.life;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;

/** Doors and a window that people open and close at all hours. */
public final class Doors implements Part {

    private final World world;
    private final Household household;
    private final Chance chance;

    public Doors(World world, Household household, Chance chance) {
        this.world = world;
        this.household = household;
        this.chance = chance.fork("doors");
    }

    @Override
    public void plan(Day day) {
        often(day, "pantry_door", 4, 9, 8, 60);
        often(day, "back_door", 2, 6, 6, 300);
        often(day, "bathroom_window", 0, 1, 600, 2_400);
        if (household.today().guests()) {
            often(day, "front_door", 3, 8, 5, 40);
        }
    }

    private void often(Day day, String door, int least, int most, double leastSeconds, double mostSeconds) {
        for (int i = least + chance.below(most - least + 1); i > 0; i--) {
            world.at(day.within(7, 15, chance), () -> {
                if (household.someoneUp().isPresent()) {
                    opens(door, leastSeconds, mostSeconds);
                }
            });
        }
    }

    /** A door opens, and closes after a while. */
    void opens(String door, double leastSeconds, double mostSeconds) {
        EntityId id = new EntityId("binary_sensor." + door);
        if (world.is(id, "off")) {
            world.set(Step.of(id, "on", Actor.ITSELF));
            world.after(chance.seconds(leastSeconds, mostSeconds), () -> world.set(Step.of(id, "off", Actor.ITSELF)));
        }
    }
}
