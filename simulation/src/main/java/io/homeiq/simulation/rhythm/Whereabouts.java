package io.homeiq.simulation.rhythm;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;

/** What the home notices of people coming, going and sleeping: phones, doors, beds and chargers. */
public final class Whereabouts implements Part {

    private static final int WIFI_NAPS = 3;
    private static final double DAYTIME_CHARGING = 0.4;

    private final Stage stage;
    private final World world;
    private final boolean trackers;
    private final Chance chance;

    /** Everything that follows people about. */
    public Whereabouts(Stage stage, boolean trackers, Chance chance) {
        this.stage = stage;
        this.world = stage.world();
        this.trackers = trackers;
        this.chance = chance.fork("whereabouts");
    }

    @Override
    public void plan(Day day) {
        for (PersonPlan plan : stage.occupants().today()) {
            Resident who = stage.occupants().residents().get(plan.who());
            plan.absences().forEach(absence -> comeAndGo(who, absence, day));
            sleep(who, plan);
            if (chance.happens(DAYTIME_CHARGING)) {
                charge(who, day.within(9, 10, chance), chance.minutes(30, 120));
            }
            for (int i = chance.below(WIFI_NAPS); trackers && i > 0; i--) {
                nap(plan.who(), day.within(0, 23, chance));
            }
        }
    }

    private void comeAndGo(Resident who, Absence absence, Day day) {
        if (absence.from() > day.start()) {
            show(who.wifi(), "not_home", absence.from() - chance.seconds(0, 60));
            show(who.phone(), "not_home", absence.from());
            world.at(absence.from() - chance.seconds(60, 180), this::passDoor);
        }
        if (absence.until() != day.end()) {
            world.at(absence.until() - chance.seconds(8, 25), this::passDoor);
            show(who.wifi(), "home", absence.until());
            show(who.phone(), "home", absence.until() + chance.seconds(15, 200));
        }
    }

    private void show(EntityId tracker, String place, long time) {
        if (trackers) {
            world.at(time, () -> set(tracker, place));
        }
    }

    private void set(EntityId entity, String state) {
        world.set(Step.of(entity, state, Actor.ITSELF));
    }

    private void passDoor() {
        stage.furniture().entrance().map(Fixture::id).ifPresent(door -> {
            set(door, "on");
            world.after(chance.seconds(4, 12), () -> set(door, "off"));
        });
    }

    /** The phone is put on its charger and taken off it again, and the bed notices. */
    private void sleep(Resident who, PersonPlan plan) {
        long lies = plan.sleeps() - chance.seconds(60, 420);
        world.at(lies, () -> {
            if (stage.occupants().isHome(plan.who())) {
                set(Signals.charging(who), "on");
                stage.furniture().all(Role.BED).forEach(bed -> set(bed.id(), "on"));
            }
        });
        world.at(plan.wakes(), () -> {
            set(Signals.charging(who), "off");
            stage.furniture().all(Role.BED).forEach(bed -> set(bed.id(), "off"));
        });
    }

    private void charge(Resident who, long time, long lasts) {
        world.at(time, () -> set(Signals.charging(who), "on"));
        world.at(time + lasts, () -> set(Signals.charging(who), "off"));
    }

    private void nap(int who, long time) {
        Resident resident = stage.occupants().residents().get(who);
        world.at(time, () -> set(resident.wifi(), "not_home"));
        world.at(time + chance.minutes(3, 15), () -> {
            if (stage.occupants().isHome(who)) {
                set(resident.wifi(), "home");
            }
        });
    }
}
