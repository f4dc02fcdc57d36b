package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.FaultyLog;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import java.util.List;

/** Restarts of Home Assistant, devices that drop out of the radio network for a while, and hours without recording. */
public final class Outages implements Part {

    private static final int RESTART_EVERY_DAYS = 17;
    private static final int GAP_EVERY_DAYS = 43;
    private static final List<EntityId> SHAKY = List.of(
            new EntityId("light.hall"),
            new EntityId("light.porch"),
            new EntityId("switch.coffee_machine"),
            new EntityId("switch.fountain"),
            new EntityId("binary_sensor.front_door"),
            new EntityId("binary_sensor.bathroom_motion"),
            new EntityId("cover.living_blind"));

    private final World world;
    private final FaultyLog log;
    private final Chance chance;
    private final boolean gaps;
    private final int restartOffset;
    private final int gapOffset;

    /**
     * Outages of this home.
     *
     * @param gaps whether there are hours without recording
     */
    public Outages(World world, FaultyLog log, Chance chance, boolean gaps) {
        this.world = world;
        this.log = log;
        this.chance = chance.fork("outages");
        this.gaps = gaps;
        this.restartOffset = 1 + this.chance.below(RESTART_EVERY_DAYS - 1);
        this.gapOffset = 1 + this.chance.below(GAP_EVERY_DAYS - 1);
    }

    @Override
    public void plan(Day day) {
        if (day.number() % RESTART_EVERY_DAYS == restartOffset) {
            world.at(day.within(1, 22, chance), this::restart);
        }
        if (gaps && day.number() % GAP_EVERY_DAYS == gapOffset) {
            long start = day.within(11, 4, chance);
            world.at(start, () -> log.offUntil(start + chance.minutes(40, 150)));
        }
        for (int i = chance.below(3); i > 0; i--) {
            EntityId shaky = chance.of(SHAKY);
            long lasts = chance.seconds(15, 400);
            world.at(day.within(0, 23, chance), () -> world.leave(shaky, lasts));
        }
    }

    private void restart() {
        world.stop();
        world.after(chance.seconds(25, 90), world::start);
    }
}
