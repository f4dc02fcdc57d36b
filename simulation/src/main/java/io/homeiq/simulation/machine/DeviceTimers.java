package io.homeiq.simulation.machine;

import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Stock;
import java.util.List;

/** Devices with a clock of their own: pumps and robots with a schedule, sockets that go off after exactly so long. */
public final class DeviceTimers implements Part {

    private static final int[] MINUTES = {5, 10, 15, 30, 60};

    private final World world;
    private final Chance chance;
    private final List<Fixture> pumps;
    private final List<Fixture> robots;
    private final int pumpMinute;
    private final int robotMinute;

    private DeviceTimers(Furniture furniture, World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.pumps = furniture.all(Role.PUMP);
        this.robots = furniture.all(Role.ROBOT);
        this.pumpMinute = 420 + 15 * chance.below(20);
        this.robotMinute = 540 + 15 * chance.below(24);
    }

    /** Starts the schedules of this home, and gives so many sockets or fans a timer. */
    public static Part start(int sockets, Furniture furniture, Stock stock, World world, Chance chance) {
        DeviceTimers timers = new DeviceTimers(furniture, world, chance.fork("timers"));
        for (int i = 0; i < sockets; i++) {
            stock.take(Role.SOCKET, Role.FAN, Role.KETTLE, Role.LAMP).ifPresent(timers::limit);
        }
        return timers;
    }

    private void limit(Fixture thing) {
        long lasts = MINUTES[chance.below(MINUTES.length)] * Micros.MINUTE;
        world.watch(thing.id(), change -> {
            if (change.isTo("on")) {
                set(world.now() + lasts + chance.seconds(0, 0.6), thing, "off");
            }
        });
    }

    @Override
    public void plan(Day day) {
        for (Fixture pump : pumps) {
            set(day.minute(pumpMinute) + chance.seconds(0, 2), pump, "on");
            set(day.minute(pumpMinute + 600) + chance.seconds(0, 2), pump, "off");
        }
        for (Fixture robot : robots) {
            long start = day.minute(robotMinute) + chance.seconds(0, 20);
            long back = start + chance.minutes(35, 55);
            set(start, robot, "cleaning");
            set(back, robot, "returning");
            set(back + chance.minutes(1, 4), robot, "docked");
        }
    }

    private void set(long time, Fixture thing, String state) {
        world.at(time, () -> world.set(Step.of(thing.id(), state, Actor.ITSELF)));
    }
}
