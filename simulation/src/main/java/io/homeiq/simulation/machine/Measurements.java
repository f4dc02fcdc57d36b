package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.House;
import java.time.Duration;

/** The additional sensors, each of which wanders about a temperature. They make a log as long as one likes. */
public final class Measurements {

    private static final int LEAST_TENTHS = 150;
    private static final int MOST_TENTHS = 299;
    private static final int LONGEST_STRIDE = 4;
    private static final double IRREGULAR = 0.2;
    private static final double MILLIS = 1_000;

    /** One for each value, and not one for each event. */
    private static final String[] VALUES = values();

    private Measurements() {}

    private static String[] values() {
        String[] values = new String[MOST_TENTHS - LEAST_TENTHS + 1];
        for (int i = 0; i < values.length; i++) {
            int tenths = LEAST_TENTHS + i;
            values[i] = tenths / 10 + "." + tenths % 10;
        }
        return values;
    }

    /**
     * Has them report from now on.
     *
     * @param interval how often each of them does, on average
     */
    public static void start(int sensors, Duration interval, World world, Chance chance) {
        double seconds = interval.toMillis() / MILLIS;
        for (int i = 0; i < sensors; i++) {
            EntityId sensor = House.sensor(i);
            Chance own = chance.fork(sensor.value());
            Walk walk = new Walk(sensor, own, world, own.below(VALUES.length));
            Repeat.every(world, own, seconds * (1 - IRREGULAR), seconds * (1 + IRREGULAR), walk);
        }
    }

    /** One sensor; its value changes at each report. */
    private static final class Walk implements Runnable {

        private final EntityId sensor;
        private final Chance chance;
        private final World world;
        private int position;

        private Walk(EntityId sensor, Chance chance, World world, int position) {
            this.sensor = sensor;
            this.chance = chance;
            this.world = world;
            this.position = position;
        }

        @Override
        public void run() {
            int stride = 1 + chance.below(LONGEST_STRIDE);
            boolean up = position < LONGEST_STRIDE || position < VALUES.length - LONGEST_STRIDE && chance.happens(0.5);
            position += up ? stride : -stride;
            world.set(Step.of(sensor, VALUES[position], Actor.ITSELF));
        }
    }
}
