package io.homeiq.simulation.routine;

import static io.homeiq.simulation.house.Calls.call;
import static io.homeiq.simulation.house.Calls.dimmed;
import static io.homeiq.simulation.house.Calls.off;
import static io.homeiq.simulation.house.Calls.on;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.routine.Routine.Deed;
import io.homeiq.simulation.routine.Routine.Delay;
import io.homeiq.simulation.routine.Routine.Lasting;
import io.homeiq.simulation.routine.Routine.Occasion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The routines of the people of a sample home. Times, punctuality and reliability differ from home to home. */
public final class RoutineBook {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final int ANN = 0;
    private static final int BEN = 1;

    /** Times of different homes lie this many steps of five minutes apart, at most, on either side. */
    private static final int STEPS = 2;

    private static final int STEP_MINUTES = 5;
    private static final double LEAST_JITTER_MINUTES = 8;
    private static final double MOST_JITTER_MINUTES = 14;
    private static final double LEAST_PACE = 0.8;
    private static final double MOST_PACE = 1.3;
    private static final double LEAST_MISSED = 0.03;
    private static final double MOST_MISSED = 0.10;

    private final Chance chance;
    private final int people;
    private final List<Routine> all = new ArrayList<>();

    private RoutineBook(Chance chance, int people) {
        this.chance = chance.fork("routines");
        this.people = people;
    }

    /** The routines of a home with so many people; where one lives alone, they are all that person's. */
    public static List<Routine> of(int people, Chance chance) {
        RoutineBook book = new RoutineBook(chance, people);
        book.byClock();
        book.byOccasion();
        return List.copyOf(book.all);
    }

    private void byClock() {
        CallService coffee = on("switch.coffee_machine");
        at(near(6, 45), WORKDAYS, deed("coffee_workdays", "makes coffee before work", ANN, coffee, lasting(15, 45)));
        at(near(9, 25), WEEKEND, deed("coffee_weekend", "makes coffee late", ANN, coffee, lasting(15, 45)));
        at(near(19, 20), WORKDAYS, deed("desk_lamp", "sits down at the desk", ANN, on("light.desk"), lasting(60, 200)));
        CallService aquarium = off("switch.aquarium_light");
        at(near(21, 40), EVERY_DAY, deed("aquarium_night", "lets the fish sleep", BEN, aquarium, Lasting.FOREVER));
        CallService bedside = dimmed("light.bedroom", 40);
        at(near(22, 15), EVERY_DAY, deed("bedside_dimmed", "reads with little light", ANN, bedside, lasting(15, 90)));
        CallService lock = call("lock", "lock.front_door");
        at(near(23, 10), EVERY_DAY, deed("door_locked", "locks the front door", BEN, lock, Lasting.FOREVER));
        CallService porch = off("light.porch");
        LocalTime midnight = LocalTime.of(23, 56);
        at(midnight, EVERY_DAY, deed("porch_off", "puts the porch light out", BEN, porch, Lasting.FOREVER));
    }

    private void byOccasion() {
        Deed welcome = deed("welcome_ann", "lights the hall on coming home", ANN, on("light.hall"), lasting(5, 240));
        after(Occasion.of(owner(ANN).person().value(), "not_home", "home"), seconds(12, 45), welcome);
        Deed night = deed("night_bathroom", "lights the bathroom at night", BEN, on("light.bathroom"), lasting(5, 75));
        Occasion visit = new Occasion(new EntityId("binary_sensor.bathroom_motion"), "off", "on", 0, 6);
        after(visit, seconds(3, 14), night);
        CallService dim = dimmed("light.floor_lamp", 30);
        Deed television = deed("tv_evening", "watches with little light", ANN, dim, lasting(60, 200));
        after(Occasion.of("media_player.tv", "off", "on"), seconds(20, 70), television);
        Deed pantry = deed("pantry_light", "lights the pantry", BEN, on("light.pantry"), lasting(2, 90));
        after(Occasion.of("binary_sensor.pantry_door", "off", "on"), seconds(2, 9), pantry);
    }

    private Resident owner(int number) {
        return Resident.ALL.get(Math.min(number, people - 1));
    }

    private static Lasting lasting(double leastMinutes, double mostMinutes) {
        return new Lasting(leastMinutes, mostMinutes);
    }

    private Deed deed(String id, String does, int owner, CallService call, Lasting lasting) {
        int number = Math.min(owner, people - 1);
        String state = switch (call.service()) {
            case "turn_off" -> "off";
            case "lock" -> "locked";
            default -> "on";
        };
        double missed = chance.between(LEAST_MISSED, MOST_MISSED);
        return new Deed(id, owner(owner).name() + " " + does, number, call, state, missed, lasting);
    }

    private LocalTime near(int hour, int minute) {
        int steps = chance.below(2 * STEPS + 1) - STEPS;
        return LocalTime.of(hour, minute).plusMinutes((long) steps * STEP_MINUTES);
    }

    private Delay seconds(double least, double most) {
        double pace = chance.between(LEAST_PACE, MOST_PACE);
        return new Delay(least * pace, most * pace);
    }

    private void at(LocalTime time, Set<DayOfWeek> weekdays, Deed deed) {
        all.add(new Routine.AtTime(deed, time, chance.between(LEAST_JITTER_MINUTES, MOST_JITTER_MINUTES), weekdays));
    }

    private void after(Occasion occasion, Delay delay, Deed deed) {
        all.add(new Routine.After(deed, occasion, delay));
    }
}
