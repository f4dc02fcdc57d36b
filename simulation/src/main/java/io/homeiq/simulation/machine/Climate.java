package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Noise;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;

/** One measuring sensor: it follows its curve, differs from day to day, and has bursts of steam or power. */
public final class Climate implements Part {

    private static final double LEAST_REPORT_SECONDS = 280;
    private static final double MOST_REPORT_SECONDS = 560;
    private static final double HOURS = 24;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double DAY_TO_DAY = 0.8;

    private final World world;
    private final EntityId id;
    private final Role role;
    private final SensorCurve curve;
    private final double step;
    private final Chance chance;
    private double yesterday;
    private double today;
    private long burstFrom = Long.MIN_VALUE;
    private long burstUntil = Long.MIN_VALUE;
    private double shown = Double.NaN;

    /**
     * A sensor that reports from now on.
     *
     * @param pace how often it does, 1 being usual
     */
    public Climate(Fixture sensor, double pace, World world, Chance home) {
        this.world = world;
        this.id = sensor.id();
        this.role = sensor.role();
        this.curve = SensorCurve.of(sensor, home);
        this.chance = home.fork("climate of " + id);
        this.step = role == Role.TEMPERATURE ? 0.2 : 1;
        Repeat.every(
                world, chance.fork("report"), LEAST_REPORT_SECONDS / pace, MOST_REPORT_SECONDS / pace, this::report);
    }

    @Override
    public void plan(Day day) {
        yesterday = today;
        today = DAY_TO_DAY * curve.swing() * Noise.NORMAL.draw(chance);
        if (role == Role.HUMIDITY || role == Role.POWER) {
            for (int i = chance.below(role == Role.HUMIDITY ? 4 : 3); i > 0; i--) {
                long start = day.within(6, 17, chance);
                world.at(start, () -> burst(start, chance.minutes(25, 70)));
            }
        }
    }

    private void burst(long from, long lasts) {
        burstFrom = from;
        burstUntil = from + lasts;
        world.after(chance.seconds(40, 160), this::report);
        world.after(lasts, this::report);
    }

    private void report() {
        double value = value();
        if (Double.isNaN(shown) || Math.abs(value - shown) >= step) {
            shown = value;
            long tenths = Math.round(value * 10);
            world.set(Step.of(id, tenths / 10 + "." + Math.abs(tenths % 10), Actor.ITSELF));
        }
    }

    private double value() {
        double hour = world.clock().timeAt(world.now()).toSecondOfDay() / SECONDS_PER_HOUR;
        double share = hour / HOURS;
        double plain = curve.at(hour, yesterday * (1 - share) + today * share);
        boolean burst = world.now() >= burstFrom && world.now() < burstUntil;
        return switch (role) {
            case HUMIDITY -> burst ? plain + 24 + chance.between(0, 8) : plain;
            case POWER -> burst ? chance.between(300, 1_900) : Math.max(0.1, plain + chance.between(-1.5, 1.5));
            default -> plain;
        };
    }
}
