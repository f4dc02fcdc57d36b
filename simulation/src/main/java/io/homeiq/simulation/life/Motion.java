package io.homeiq.simulation.life;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import java.util.List;

/** People walk about: sensors see them in the rooms where they are awake, and in the bathroom once or twice a night. */
public final class Motion implements Part {

    /** Those named more often are visited more often. */
    private static final List<String> ROOMS = List.of(
            "kitchen_motion",
            "kitchen_motion",
            "kitchen_motion",
            "living_motion",
            "living_motion",
            "living_motion",
            "hall_motion",
            "hall_motion",
            "bathroom_motion",
            "office_occupancy");

    private static final int[] NIGHT_HOURS = {1, 3};
    private static final double SECOND_VISIT = 0.6;

    private final World world;
    private final Household household;
    private final Chance chance;

    public Motion(World world, Household household, Chance chance) {
        this.world = world;
        this.household = household;
        this.chance = chance.fork("motion");
        household.residents().forEach(who -> world.after(0, () -> walk(who)));
    }

    private void walk(Resident who) {
        if (household.isUp(who)) {
            seen(chance.of(ROOMS));
        }
        world.after(chance.minutes(2, 16), () -> walk(who));
    }

    @Override
    public void plan(Day day) {
        for (int hour : NIGHT_HOURS) {
            if (hour == NIGHT_HOURS[0] || chance.happens(SECOND_VISIT)) {
                world.at(day.within(hour, 2, chance), () -> {
                    if (household.isAnyoneHome()) {
                        seen("bathroom_motion");
                    }
                });
            }
        }
    }

    /** The sensor sees somebody, for a minute or two. */
    void seen(String sensor) {
        EntityId id = new EntityId("binary_sensor." + sensor);
        if (world.is(id, "off")) {
            world.set(Step.of(id, "on", Actor.ITSELF));
            world.after(chance.seconds(45, 130), () -> world.set(Step.of(id, "off", Actor.ITSELF)));
        }
    }
}
