package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sun, the light outside, and a lamp in the driveway with a light sensor and a timer of its own. */
public final class Daylight implements Part {

    private static final EntityId SUN = new EntityId("sun.sun");
    private static final EntityId LIGHT = new EntityId("sensor.outdoor_light");
    private static final EntityId DRIVEWAY = new EntityId("light.driveway");
    private static final double LUX_AT_ZENITH = 60_000;
    private static final double LUX_AT_HORIZON = 400;
    private static final double TWILIGHT_DEGREES = 6;
    private static final LocalTime DRIVEWAY_OFF = LocalTime.of(0, 45);

    private final World world;
    private final Chance chance;

    public Daylight(World world, Chance chance) {
        this.world = world;
        this.chance = chance.fork("daylight");
        Repeat.every(world, this.chance.fork("lux"), 480, 720, this::measure);
        Repeat.every(world, this.chance.fork("sun"), 1_500, 1_900, this::showSun);
    }

    @Override
    public void plan(Day day) {
        world.at(day.sun().rise(), () -> world.set(Step.of(SUN, "above_horizon", Actor.ITSELF)));
        world.at(day.sun().set(), () -> world.set(Step.of(SUN, "below_horizon", Actor.ITSELF)));
        long dark = day.sun().set() + chance.minutes(4, 22);
        world.at(dark, () -> world.set(Step.of(DRIVEWAY, "on", Actor.ITSELF)));
        long off = day.at(DRIVEWAY_OFF) + chance.seconds(0, 2);
        world.at(off, () -> world.set(Step.of(DRIVEWAY, "off", Actor.ITSELF)));
    }

    private void measure() {
        double altitude = world.clock().sunAltitudeAt(world.now());
        double clear = altitude > 0
                ? LUX_AT_HORIZON + LUX_AT_ZENITH * StrictMath.sin(StrictMath.toRadians(altitude))
                : LUX_AT_HORIZON * Math.max(0, 1 + altitude / TWILIGHT_DEGREES);
        long lux = Math.round(clear * chance.between(0.3, 1));
        world.set(Step.of(LIGHT, String.valueOf(lux), Actor.ITSELF));
    }

    private void showSun() {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("elevation", Math.round(world.clock().sunAltitudeAt(world.now()) * 100) / 100.0);
        world.set(new Step(SUN, world.state(SUN), new Attributes(details), Actor.ITSELF, null));
    }
}
