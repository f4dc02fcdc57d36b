package io.homeiq.simulation.machine;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.World;

/** Does something again and again, at intervals between two bounds. */
final class Repeat implements Runnable {

    private final World world;
    private final Chance chance;
    private final double leastSeconds;
    private final double mostSeconds;
    private final Runnable task;

    private Repeat(World world, Chance chance, double leastSeconds, double mostSeconds, Runnable task) {
        this.world = world;
        this.chance = chance;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.task = task;
    }

    /** From a moment within the first interval on, for ever. */
    static void every(World world, Chance chance, double leastSeconds, double mostSeconds, Runnable task) {
        Repeat repeat = new Repeat(world, chance, leastSeconds, mostSeconds, task);
        world.after(chance.seconds(0, mostSeconds), repeat);
    }

    @Override
    public void run() {
        task.run();
        world.after(chance.seconds(leastSeconds, mostSeconds), this);
    }
}
