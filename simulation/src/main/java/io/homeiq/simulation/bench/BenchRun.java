package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.TruthSink;
import io.homeiq.simulation.engine.Agenda;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.FaultyLog;
import io.homeiq.simulation.engine.Journal;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.habit.HabitLife;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Follower;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.life.Hands;
import io.homeiq.simulation.machine.AutomationMachine;
import io.homeiq.simulation.machine.Blackouts;
import io.homeiq.simulation.machine.Climate;
import io.homeiq.simulation.machine.DeviceTimers;
import io.homeiq.simulation.machine.Headcount;
import io.homeiq.simulation.machine.HubRules;
import io.homeiq.simulation.machine.Mechanics;
import io.homeiq.simulation.machine.Mirrors;
import io.homeiq.simulation.machine.Oddities;
import io.homeiq.simulation.machine.Sky;
import io.homeiq.simulation.rhythm.Occupants;
import io.homeiq.simulation.rhythm.Shortcuts;
import io.homeiq.simulation.rhythm.Stage;
import io.homeiq.simulation.rhythm.Urge;
import io.homeiq.simulation.rhythm.UrgeBook;
import io.homeiq.simulation.rhythm.Urges;
import io.homeiq.simulation.rhythm.Walks;
import io.homeiq.simulation.rhythm.Whereabouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Puts a home of the benchmark together and lets it live through its days, once. */
final class BenchRun {

    private static final double CHATTY = 7;
    private static final Set<Role> MEASURING = Set.of(Role.TEMPERATURE, Role.HUMIDITY, Role.POWER);

    private final BenchSettings settings;
    private final Blueprint blueprint;
    private final Chance chance;
    private final Agenda agenda;
    private final FaultyLog log;
    private final World world;
    private final Mechanics mechanics;
    private final List<Part> parts = new ArrayList<>();

    /** Something more that goes on in a home. */
    @FunctionalInterface
    interface Guest {

        List<Part> moveIn(Stage stage, Mechanics mechanics, Chance chance);
    }

    BenchRun(BenchSettings settings, Blueprint blueprint, TruthSink sink, Consumer<Oddity> oddities) {
        this(settings, blueprint, sink, oddities, (stage, mechanics, chance) -> List.of());
    }

    BenchRun(BenchSettings settings, Blueprint blueprint, TruthSink sink, Consumer<Oddity> oddities, Guest guest) {
        this.settings = settings;
        this.blueprint = blueprint;
        this.chance = blueprint.chance();
        this.agenda = new Agenda(blueprint.clock().day(0).start());
        this.log = new FaultyLog(
                blueprint.traits().faults(),
                chance.fork("faults"),
                logged -> sink.accept(logged.event(), TrueCause.of(logged.step())));
        this.world =
                new World(blueprint.clock(), agenda, new Journal(chance.fork("contexts"), log), chance.fork("world"));
        this.mechanics = new Mechanics(world, chance);
        furniture().moveInto(world);
        Stage stage = stage();
        mirror(stage);
        machines(oddities);
        people(stage);
        parts.addAll(guest.moveIn(stage, mechanics, chance));
    }

    private Furniture furniture() {
        return blueprint.furniture();
    }

    private Stage stage() {
        Occupants occupants = new Occupants(blueprint.traits(), world, chance);
        Hands hands = new Hands(world, mechanics, chance, blueprint.traits().hiddenUsers());
        parts.add(occupants);
        return new Stage(world, furniture(), occupants, hands);
    }

    private void mirror(Stage stage) {
        Mirrors mirrors = new Mirrors(world, chance);
        for (Follower follower : furniture().followers()) {
            if (follower.group()) {
                mirrors.any(follower.id(), follower.leaders(), "on");
            } else {
                mirrors.twin(follower.id(), follower.leaders().getFirst());
            }
        }
        if (blueprint.traits().trackers()) {
            List<Resident> residents = stage.occupants().residents();
            List<EntityId> people = residents.stream().map(Resident::person).toList();
            residents.forEach(who -> mirrors.person(who.person(), List.of(who.phone(), who.wifi())));
            Headcount.start(people, world, chance);
            if (furniture().has(Signals.ANYONE)) {
                mirrors.any(Signals.ANYONE, people, "home");
            }
        }
    }

    private void machines(Consumer<Oddity> oddities) {
        parts.add(new Sky(world, furniture(), chance));
        int chatty = blueprint.traits().confounders().chattySensors();
        for (Fixture fixture : furniture().fixtures()) {
            if (MEASURING.contains(fixture.role())) {
                parts.add(new Climate(fixture, chatty > 0 ? CHATTY : 1, world, chance));
                chatty--;
            }
        }
        for (Automation automation : blueprint.automations()) {
            parts.add(new AutomationMachine(automation, world, mechanics, chance));
        }
        parts.add(HubRules.start(
                blueprint.traits().confounders().hubRules(), furniture(), blueprint.stock(), world, chance));
        parts.add(DeviceTimers.start(
                blueprint.traits().confounders().deviceTimers(), furniture(), blueprint.stock(), world, chance));
        Blackouts.Rhythm rhythm = new Blackouts.Rhythm(
                blueprint.traits().confounders().restarts(),
                blueprint.traits().faults().gaps());
        List<EntityId> things = furniture().fixtures().stream().map(Fixture::id).toList();
        parts.add(new Blackouts(world, log, things, rhythm, chance));
        parts.add(new Oddities(world, furniture(), settings.days(), oddities, chance));
    }

    private void people(Stage stage) {
        if (blueprint.traits().confounders().shortcuts()) {
            parts.add(new Shortcuts(stage, blueprint.stock(), chance));
        }
        List<Urge> urges = new ArrayList<>(UrgeBook.draw(blueprint.traits(), furniture(), blueprint.stock(), chance));
        blueprint.habits().forEach(habit -> urges.addAll(habit.feeders()));
        parts.add(new Whereabouts(stage, blueprint.traits().trackers(), chance));
        parts.add(new Walks(stage, blueprint.traits().liveliness(), chance));
        parts.add(new Urges(stage, urges, chance));
        blueprint
                .habits()
                .forEach(habit ->
                        parts.add(new HabitLife(habit, stage, blueprint.traits().noise(), chance)));
    }

    void run() {
        for (int number = 0; number < settings.days(); number++) {
            Day day = blueprint.clock().day(number);
            parts.forEach(part -> part.plan(day));
            agenda.runUntil(day.end());
        }
        log.finish();
    }
}
