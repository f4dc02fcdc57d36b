package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Change;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Appliances that do things by themselves, by timers that Home Assistant knows nothing of. */
public final class Appliances implements Part {

    private static final EntityId FOUNTAIN = new EntityId("switch.fountain");
    private static final EntityId KETTLE = new EntityId("switch.kettle");
    private static final EntityId VACUUM = new EntityId("vacuum.robot");
    private static final EntityId TV = new EntityId("media_player.tv");
    private static final EntityId TV_POWER = new EntityId("sensor.tv_power");
    private static final EntityId WASHER_POWER = new EntityId("sensor.washing_machine_power");
    private static final Set<DayOfWeek> VACUUM_DAYS = Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    private static final List<String> PROGRAMMES = List.of("News", "Film", "Quiz", "Football", "Series", "Talk");
    private static final double LAUNDRY = 0.4;
    private static final int LAUNDRY_REPORTS = 35;

    private final World world;
    private final Chance chance;

    public Appliances(World world, Chance chance) {
        this.world = world;
        this.chance = chance.fork("appliances");
        world.watch(KETTLE, this::boil);
        world.watch(TV, this::drawPower);
        Repeat.every(world, this.chance.fork("tv"), 1_800, 4_800, this::changeProgramme);
        Repeat.every(world, this.chance.fork("tv power"), 240, 600, this::measureTv);
    }

    @Override
    public void plan(Day day) {
        later(day.at(LocalTime.of(8, 0)) + chance.seconds(0, 2), FOUNTAIN, "on");
        later(day.at(LocalTime.of(20, 0)) + chance.seconds(0, 2), FOUNTAIN, "off");
        if (VACUUM_DAYS.contains(day.weekday())) {
            long start = day.at(LocalTime.of(10, 30)) + chance.seconds(0, 20);
            long back = start + chance.minutes(35, 55);
            later(start, VACUUM, "cleaning");
            later(back, VACUUM, "returning");
            later(back + chance.minutes(1, 4), VACUUM, "docked");
        }
        if (chance.happens(LAUNDRY)) {
            wash(day.within(9, 10, chance));
        }
    }

    private void later(long time, EntityId entity, String state) {
        world.at(time, () -> world.set(Step.of(entity, state, Actor.ITSELF)));
    }

    private void wash(long start) {
        long time = start;
        for (int i = 0; i < LAUNDRY_REPORTS; i++) {
            later(time, WASHER_POWER, tenths(chance.between(900, 20_000)));
            time += chance.seconds(60, 180);
        }
        later(time, WASHER_POWER, "1.1");
    }

    private static String tenths(double value) {
        long rounded = Math.round(value);
        return rounded / 10 + "." + rounded % 10;
    }

    private void boil(Change change) {
        if (change.isTo("on")) {
            world.after(chance.seconds(130, 290), () -> world.set(Step.of(KETTLE, "off", Actor.ITSELF)));
        }
    }

    private void drawPower(Change change) {
        if (change.isReal()) {
            world.after(chance.seconds(0.2, 2), this::measureTv);
        }
    }

    private void measureTv() {
        String watts = tenths(world.is(TV, "on") ? chance.between(850, 1_300) : chance.between(3, 6));
        world.set(Step.of(TV_POWER, watts, Actor.ITSELF));
    }

    private void changeProgramme() {
        if (world.is(TV, "on")) {
            Attributes title = new Attributes(Map.of("media_title", chance.of(PROGRAMMES)));
            world.set(new Step(TV, "on", title, Actor.ITSELF, null));
        }
    }
}
