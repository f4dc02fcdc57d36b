package io.homeiq.simulation.rhythm;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Room;
import java.util.List;

/** People walk about and open doors and windows: sensors see them where they are awake, and at night now and then. */
public final class Walks implements Part {

    private final Stage stage;
    private final World world;
    private final Chance chance;
    private final List<Fixture> motions;
    private final List<Fixture> openings;

    /**
     * Everybody's walks.
     *
     * @param pace how lively people are, 1 being usual
     */
    public Walks(Stage stage, double pace, Chance chance) {
        this.stage = stage;
        this.world = stage.world();
        this.chance = chance.fork("walks");
        this.motions = stage.furniture().all(Role.MOTION);
        this.openings = stage.furniture().fixtures().stream()
                .filter(fixture -> fixture.role() == Role.DOOR || fixture.role() == Role.WINDOW)
                .toList();
        for (int i = 0; i < stage.occupants().residents().size(); i++) {
            int who = i;
            world.after(0, () -> walk(who, pace));
        }
    }

    private void walk(int who, double pace) {
        if (stage.occupants().isUp(who) && !motions.isEmpty()) {
            see(chance.of(motions).id());
        }
        world.after((long) (chance.minutes(6, 40) / pace), () -> walk(who, pace));
    }

    @Override
    public void plan(Day day) {
        for (Fixture motion : motions) {
            if (motion.room() == Room.BATHROOM || motion.room() == Room.HALL) {
                world.at(day.within(1, 4, chance), () -> {
                    if (stage.occupants().isAnyoneHome()) {
                        see(motion.id());
                    }
                });
            }
        }
        for (Fixture opening : openings) {
            for (int i = chance.below(opening.room() == Room.PANTRY ? 9 : 4); i > 0; i--) {
                world.at(day.within(7, 15, chance), () -> {
                    if (stage.occupants().someoneUp().isPresent()) {
                        open(opening);
                    }
                });
            }
        }
    }

    private void see(EntityId motion) {
        toggle(motion, chance.seconds(45, 130));
    }

    private void open(Fixture opening) {
        toggle(opening.id(), opening.role() == Role.DOOR ? chance.seconds(5, 90) : chance.minutes(8, 50));
    }

    private void toggle(EntityId sensor, long lasts) {
        if (world.is(sensor, "off")) {
            world.set(Step.of(sensor, "on", Actor.ITSELF));
            world.after(lasts, () -> world.set(Step.of(sensor, "off", Actor.ITSELF)));
        }
    }
}
