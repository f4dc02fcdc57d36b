package io.homeiq.simulation.machine;

import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Signals;

/** The sun, the light outside under other clouds each day, and a lamp that follows the sun by itself. */
public final class Sky implements Part {

    private static final double LUX_AT_ZENITH = 60_000;
    private static final double LUX_AT_HORIZON = 400;
    private static final double TWILIGHT_DEGREES = 6;
    private static final double SHOWN_FROM = 0.2;
    private static final int DRIVEWAY_OFF = 45;

    private final World world;
    private final Chance chance;
    private final boolean driveway;
    private double clouds = 1;
    private double shown = -1;

    public Sky(World world, Furniture furniture, Chance chance) {
        this.world = world;
        this.chance = chance.fork("sky");
        this.driveway = furniture.has(Signals.DRIVEWAY);
        if (furniture.has(Signals.DAYLIGHT)) {
            Repeat.every(world, this.chance.fork("lux"), 240, 420, this::measure);
        }
    }

    @Override
    public void plan(Day day) {
        clouds = chance.between(0.15, 1);
        world.at(day.sun().rise(), () -> world.set(Step.of(Signals.SUN, "above_horizon", Actor.ITSELF)));
        world.at(day.sun().set(), () -> world.set(Step.of(Signals.SUN, "below_horizon", Actor.ITSELF)));
        if (driveway) {
            world.at(day.sun().set() + chance.minutes(4, 22), () -> lamp("on"));
            world.at(day.minute(DRIVEWAY_OFF) + chance.seconds(0, 2), () -> lamp("off"));
        }
    }

    private void lamp(String state) {
        world.set(Step.of(Signals.DRIVEWAY, state, Actor.ITSELF));
    }

    private void measure() {
        double altitude = world.clock().sunAltitudeAt(world.now());
        double clear = altitude > 0
                ? LUX_AT_HORIZON + LUX_AT_ZENITH * StrictMath.sin(StrictMath.toRadians(altitude))
                : LUX_AT_HORIZON * Math.max(0, 1 + altitude / TWILIGHT_DEGREES);
        double lux = Math.round(clear * clouds);
        if (Math.abs(lux - shown) > SHOWN_FROM * shown) {
            shown = lux;
            world.set(Step.of(Signals.DAYLIGHT, String.valueOf((long) lux), Actor.ITSELF));
        }
    }
}
