package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.util.Map;

/** How things get from one state to another: most at once, a shutter or garage door by way of half a minute's travel. */
public final class Mechanics {

    private static final Map<String, String> TRAVELS = Map.of("open", "opening", "closed", "closing");
    private static final double LEAST_TRAVEL_SECONDS = 14;
    private static final double MOST_TRAVEL_SECONDS = 34;

    private final World world;
    private final Chance chance;

    public Mechanics(World world, Chance chance) {
        this.world = world;
        this.chance = chance.fork("mechanics");
    }

    /** Begins the step now. What ends later, ends under a context of its own: it is an echo. */
    public void move(Step step) {
        String travel = TRAVELS.get(step.state());
        if (travel == null || !step.entity().domain().equals("cover")) {
            world.set(step);
        } else if (!world.is(step.entity(), step.state())) {
            world.set(new Step(step.entity(), travel, Attributes.NONE, step.actor(), step.routine()));
            world.after(chance.seconds(LEAST_TRAVEL_SECONDS, MOST_TRAVEL_SECONDS), () -> arrive(step, travel));
        }
    }

    private void arrive(Step step, String travel) {
        if (world.is(step.entity(), travel)) {
            world.set(Step.of(step.entity(), step.state(), Actor.ECHO));
        }
    }
}
