package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.util.List;

/** The meters of the house, and a camera in the street that sees something every few minutes. */
public final class Sensors {

    private static final EntityId HUMIDITY = new EntityId("sensor.bathroom_humidity");
    private static final EntityId STREET = new EntityId("binary_sensor.street_motion");
    private static final List<String> BATTERIES = List.of("hall_motion", "kitchen_motion", "front_door", "pantry_door");
    private static final long STEAM = 25 * Micros.MINUTE;

    private final World world;
    private final Chance chance;
    private long steamUntil = Long.MIN_VALUE;

    public Sensors(World world, Chance chance) {
        this.world = world;
        this.chance = chance.fork("sensors");
        meter("outdoor_temperature", 500, 900, 20, 110);
        meter("living_temperature", 400, 900, 190, 216);
        meter("house_power", 300, 600, 1_500, 9_000);
        every("humidity", 400, 800, this::measureHumidity);
        every("street", 200, 900, this::streetMoves);
        BATTERIES.forEach(name -> meter(name + "_battery", 40_000, 80_000, 850, 900));
    }

    private void every(String name, double leastSeconds, double mostSeconds, Runnable task) {
        Repeat.every(world, chance.fork(name), leastSeconds, mostSeconds, task);
    }

    private void meter(String name, double leastSeconds, double mostSeconds, int leastTenths, int mostTenths) {
        EntityId id = new EntityId("sensor." + name);
        Chance own = chance.fork(name);
        Repeat.every(world, own, leastSeconds, mostSeconds, () -> {
            int tenths = leastTenths + own.below(mostTenths - leastTenths);
            world.set(Step.of(id, tenths / 10 + "." + tenths % 10, Actor.ITSELF));
        });
    }

    /** Somebody takes a shower. */
    public void steam() {
        steamUntil = world.now() + STEAM;
        world.after(chance.seconds(60, 200), this::measureHumidity);
    }

    private void measureHumidity() {
        int percent = world.now() < steamUntil ? 78 + chance.below(12) : 45 + chance.below(12);
        world.set(Step.of(HUMIDITY, String.valueOf(percent), Actor.ITSELF));
    }

    private void streetMoves() {
        world.set(Step.of(STREET, "on", Actor.ITSELF));
        world.after(chance.seconds(25, 60), () -> world.set(Step.of(STREET, "off", Actor.ITSELF)));
    }
}
