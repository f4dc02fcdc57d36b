package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.FaultyLog;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import java.util.List;

/** Restarts of Home Assistant, devices that drop out of reach for a while, and hours without recording. */
public final class Blackouts implements Part {

    /**
     * How often.
     *
     * @param restartEvery days between restarts
     * @param gaps whether there are hours without recording
     */
    public record Rhythm(int restartEvery, boolean gaps) {}

    private static final int GAP_EVERY_DAYS = 37;
    private static final int SHAKY_ONE_IN = 9;

    private final World world;
    private final FaultyLog log;
    private final List<EntityId> shaky;
    private final Rhythm rhythm;
    private final Chance chance;

    /**
     * Outages of a home.
     *
     * @param entities of which some are out of reach at times
     */
    public Blackouts(World world, FaultyLog log, List<EntityId> entities, Rhythm rhythm, Chance home) {
        this.world = world;
        this.log = log;
        this.chance = home.fork("blackouts");
        this.shaky = entities.stream()
                .filter(entity -> chance.below(SHAKY_ONE_IN) == 0)
                .toList();
        this.rhythm = rhythm;
    }

    @Override
    public void plan(Day day) {
        if (day.number() % rhythm.restartEvery() == rhythm.restartEvery() / 2) {
            world.at(day.within(1, 22, chance), () -> {
                world.stop();
                world.after(chance.seconds(25, 90), world::start);
            });
        }
        if (rhythm.gaps() && day.number() % GAP_EVERY_DAYS == GAP_EVERY_DAYS / 3) {
            long start = day.within(9, 10, chance);
            world.at(start, () -> log.offUntil(start + chance.minutes(40, 400)));
        }
        if (!shaky.isEmpty() && chance.happens(0.5)) {
            EntityId entity = chance.of(shaky);
            long lasts = chance.seconds(15, 900);
            world.at(day.within(0, 23, chance), () -> world.leave(entity, lasts));
        }
    }
}
