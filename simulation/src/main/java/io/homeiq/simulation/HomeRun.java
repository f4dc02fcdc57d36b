package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.engine.Agenda;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.FaultyLog;
import io.homeiq.simulation.engine.HouseClock;
import io.homeiq.simulation.engine.Journal;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.life.Doors;
import io.homeiq.simulation.life.Dwelling;
import io.homeiq.simulation.life.Hands;
import io.homeiq.simulation.life.Household;
import io.homeiq.simulation.life.Life;
import io.homeiq.simulation.life.Motion;
import io.homeiq.simulation.machine.Appliances;
import io.homeiq.simulation.machine.AutomationMachine;
import io.homeiq.simulation.machine.Daylight;
import io.homeiq.simulation.machine.ExistingAutomations;
import io.homeiq.simulation.machine.Measurements;
import io.homeiq.simulation.machine.Mechanics;
import io.homeiq.simulation.machine.Mirrors;
import io.homeiq.simulation.machine.Outages;
import io.homeiq.simulation.machine.Sensors;
import io.homeiq.simulation.routine.Routine;
import io.homeiq.simulation.routine.RoutineLife;
import java.util.ArrayList;
import java.util.List;

/** Puts a home together and lets it live through its days, once. Each part has its own chance, so none disturbs another. */
final class HomeRun {

    private static final double DARK_LUX = 40;
    private static final double BRIGHT_LUX = 120;
    private static final double WASHING_WATTS = 20;
    private static final double IDLE_WATTS = 5;

    private final SimulationSettings settings;
    private final Chance chance;
    private final HouseClock clock;
    private final Agenda agenda;
    private final FaultyLog log;
    private final World world;
    private final Mechanics mechanics;
    private final List<Part> parts = new ArrayList<>();

    HomeRun(SimulationSettings settings, List<Routine> routines, TruthSink sink) {
        this.settings = settings;
        this.chance = new Chance(settings.seed());
        this.clock = new HouseClock(settings.firstDay(), settings.zone(), settings.location());
        this.agenda = new Agenda(clock.day(0).start());
        this.log = new FaultyLog(
                settings.faults(),
                chance.fork("faults"),
                logged -> sink.accept(logged.event(), TrueCause.of(logged.step())));
        Journal journal = new Journal(chance.fork("contexts"), log);
        this.world = new World(clock, agenda, journal, chance.fork("world"));
        this.mechanics = new Mechanics(world, chance);
        settings.house().moveInto(world);
        mirror();
        Sensors sensors = new Sensors(world, chance);
        machines();
        Dwelling dwelling = dwelling();
        parts.addAll(Life.parts(dwelling, sensors, settings.routines(), chance));
        routines.forEach(routine -> parts.add(new RoutineLife(routine, dwelling, chance)));
    }

    private void mirror() {
        Mirrors mirrors = new Mirrors(world, chance);
        List<Resident> residents = residents();
        mirrors.any(id("light.living_group"), List.of(id("light.living_room"), id("light.floor_lamp")), "on");
        mirrors.any(
                id("binary_sensor.anyone_home"),
                residents.stream().map(Resident::person).toList(),
                "home");
        residents.forEach(resident -> mirrors.person(resident.person(), List.of(resident.phone(), resident.wifi())));
        mirrors.twin(id("light.garden_spot"), id("switch.garden_spot"));
        mirrors.below(id("binary_sensor.dark_outside"), id("sensor.outdoor_light"), DARK_LUX, BRIGHT_LUX);
        mirrors.above(
                id("binary_sensor.washing_machine"), id("sensor.washing_machine_power"), WASHING_WATTS, IDLE_WATTS);
    }

    private void machines() {
        parts.add(new Daylight(world, chance));
        parts.add(new Appliances(world, chance));
        parts.add(new Outages(world, log, chance, settings.faults().gaps()));
        for (Automation automation : ExistingAutomations.all()) {
            parts.add(new AutomationMachine(automation, world, mechanics, chance));
        }
        Measurements.start(settings.sensors(), settings.sensorInterval(), world, chance);
    }

    private Dwelling dwelling() {
        Household household = new Household(residents(), world, chance);
        return new Dwelling(
                world,
                household,
                new Hands(world, mechanics, chance, settings.hiddenUsers()),
                new Motion(world, household, chance),
                new Doors(world, household, chance));
    }

    private List<Resident> residents() {
        return Resident.ALL.subList(0, settings.people());
    }

    private static EntityId id(String entity) {
        return new EntityId(entity);
    }

    void run() {
        for (int number = 0; number < settings.days(); number++) {
            Day day = clock.day(number);
            parts.forEach(part -> part.plan(day));
            agenda.runUntil(day.end());
        }
        log.finish();
    }
}
