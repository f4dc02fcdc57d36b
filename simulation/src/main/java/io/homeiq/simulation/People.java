package io.homeiq.simulation;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the two people of the sample home do on a day: their routines, and all that they do without any. */
final class People {

    /** On these days of each sixty nobody is at home. */
    private static final int HOLIDAY_FROM = 24;

    private static final int HOLIDAY_UNTIL = 29;
    private static final int HOLIDAY_CYCLE = 60;
    private static final double FULL = 255 / 100.0;

    /** Entities that people use whenever they like: the hours from which on, for how long, and how often a day at most. */
    private record Whim(String entity, int fromHour, int hours, int most, int leastMinutes, int mostMinutes) {}

    private static final List<Whim> WHIMS = List.of(
            new Whim("light.kitchen", 7, 15, 4, 5, 90),
            new Whim("light.living_room", 15, 8, 2, 30, 180),
            new Whim("light.bathroom", 8, 14, 4, 3, 25),
            new Whim("light.garden_spot", 18, 5, 1, 20, 120),
            new Whim("light.hall", 9, 6, 2, 2, 20));

    private static final List<Whim> INSTEAD_OF_ROUTINES = List.of(
            new Whim("switch.coffee_machine", 6, 10, 2, 20, 60),
            new Whim("light.bedroom", 17, 7, 1, 20, 120),
            new Whim("light.floor_lamp", 16, 7, 1, 30, 180),
            new Whim("light.desk", 10, 12, 2, 20, 120),
            new Whim("light.porch", 17, 6, 1, 30, 150));

    private final boolean routines;

    People(boolean routines) {
        this.routines = routines;
    }

    static boolean isAway(int day) {
        int inCycle = day % HOLIDAY_CYCLE;
        return inCycle >= HOLIDAY_FROM && inCycle < HOLIDAY_UNTIL;
    }

    List<Step> on(DayClock day) {
        List<Step> steps = new ArrayList<>();
        if (isAway(day.number())) {
            return steps;
        }
        comeAndGo(day, steps);
        television(day, steps);
        nights(day, steps);
        WHIMS.forEach(whim -> use(day, whim, steps));
        if (routines) {
            SampleRoutines.all().forEach(routine -> follow(day, routine, steps));
            finish(day, steps);
        } else {
            INSTEAD_OF_ROUTINES.forEach(whim -> use(day, whim, steps));
        }
        return steps;
    }

    private void comeAndGo(DayClock day, List<Step> steps) {
        boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        long annLeaves = weekend ? day.within(10, 4) : day.around(LocalTime.of(8, 10), 35);
        long annReturns =
                weekend ? annLeaves + day.random().nextInt(60, 240) * 60_000L : day.around(LocalTime.of(17, 20), 100);
        present(day, steps, "person.ann", annLeaves, annReturns);
        long benLeaves = weekend ? day.within(9, 5) : day.around(LocalTime.of(8, 40), 50);
        present(day, steps, "person.ben", benLeaves, benLeaves + day.random().nextInt(120, 560) * 60_000L);
    }

    private void present(DayClock day, List<Step> steps, String person, long leaves, long returns) {
        for (long time : new long[] {leaves, returns}) {
            long door = time - day.random().nextInt(8_000, 25_000);
            steps.add(Step.of(door, "binary_sensor.front_door", "on", Step.DEVICE));
            steps.add(
                    Step.of(door + day.random().nextInt(4_000, 9_000), "binary_sensor.front_door", "off", Step.DEVICE));
            steps.add(Step.of(
                    door - day.random().nextInt(20_000, 90_000), "lock.front_door", "unlocked", hand(House.BEN)));
        }
        steps.add(Step.of(leaves, person, "not_home", Step.DEVICE));
        steps.add(Step.of(returns, person, "home", Step.DEVICE));
    }

    private void television(DayClock day, List<Step> steps) {
        if (day.chance(0.85)) {
            long on = day.within(18, 3);
            steps.add(Step.of(on, "media_player.tv", "on", hand(House.BEN)));
            steps.add(Step.of(day.later(on, 3600, 3 * 3600), "media_player.tv", "off", hand(House.BEN)));
        }
    }

    /** Motion that the bathroom lamp answers at night, and that nobody answers by day. */
    private void nights(DayClock day, List<Step> steps) {
        for (int i = 0; i < 1 + day.random().nextInt(2); i++) {
            motion(day, steps, "binary_sensor.bathroom_motion", day.within(i * 3, 3));
        }
        for (int i = 0; i < 8; i++) {
            motion(day, steps, "binary_sensor.bathroom_motion", day.within(7, 16));
            motion(day, steps, "binary_sensor.kitchen_motion", day.within(6, 17));
            motion(day, steps, "binary_sensor.hall_motion", day.within(6, 17));
        }
    }

    private static void motion(DayClock day, List<Step> steps, String sensor, long time) {
        steps.add(Step.of(time, sensor, "on", Step.DEVICE));
        steps.add(Step.of(day.later(time, 45, 100), sensor, "off", Step.DEVICE));
    }

    private void use(DayClock day, Whim whim, List<Step> steps) {
        for (int i = day.random().nextInt(whim.most() + 1); i > 0; i--) {
            long on = day.within(whim.fromHour(), whim.hours());
            steps.add(Step.of(on, whim.entity(), "on", hand(day.chance(0.5) ? House.ANN : House.BEN)));
            long off = day.later(on, whim.leastMinutes() * 60, whim.mostMinutes() * 60);
            steps.add(Step.of(off, whim.entity(), "off", hand(House.ANN)));
        }
    }

    private void follow(DayClock day, Routine routine, List<Step> steps) {
        switch (routine) {
            case Routine.AtTime clock -> {
                if (clock.weekdays().contains(day.date().getDayOfWeek()) && !day.chance(clock.missed())) {
                    steps.add(step(routine, day.around(clock.time(), clock.jitterMinutes())));
                }
            }
            case Routine.After after ->
                List.copyOf(steps).stream()
                        .filter(step -> step.entity().equals(after.trigger())
                                && step.state().equals(after.to()))
                        .filter(step -> after.holdsAt(day.clockAt(step.time())) && !day.chance(after.missed()))
                        .forEach(step -> steps.add(
                                step(routine, day.later(step.time(), after.leastSeconds(), after.mostSeconds()))));
        }
    }

    private static Step step(Routine routine, long time) {
        return new Step(
                time, routine.entity(), routine.state(), attributes(routine.call()), hand(House.ANN), routine.id());
    }

    private static Attributes attributes(CallService call) {
        return call.data().tree().get("brightness_pct") instanceof Number percent
                ? new Attributes(Map.of("brightness", Math.round(percent.doubleValue() * FULL)))
                : Attributes.NONE;
    }

    /** Whatever a routine switched on, somebody switches off at no special time. */
    private static void finish(DayClock day, List<Step> steps) {
        for (Step step : List.copyOf(steps)) {
            int[] minutes = minutesUntilOff(step.routine());
            if (minutes.length == 2) {
                long off = day.later(step.time(), minutes[0] * 60, minutes[1] * 60);
                steps.add(new Step(off, step.entity(), "off", Attributes.NONE, hand(House.BEN), null));
            }
        }
        steps.add(Step.of(day.within(16, 4), "light.porch", "on", hand(House.ANN)));
    }

    private static int[] minutesUntilOff(@Nullable String routine) {
        return switch (routine) {
            case "coffee_workdays", "coffee_weekend" -> new int[] {20, 150};
            case "bedside_dimmed" -> new int[] {15, 90};
            case "desk_lamp", "tv_evening" -> new int[] {60, 200};
            case "welcome_ann" -> new int[] {5, 240};
            case "night_bathroom" -> new int[] {3, 50};
            case null, default -> new int[0];
        };
    }

    private static Step.Actor hand(String user) {
        return new Step.Actor.Person(user);
    }

    /** Where everything begins. */
    static Map<EntityId, String> firstStates() {
        return Map.of(
                new EntityId("person.ann"), "home",
                new EntityId("person.ben"), "home",
                new EntityId("lock.front_door"), "locked",
                new EntityId("cover.bedroom_shutter"), "closed",
                new EntityId("cover.garage_door"), "closed",
                new EntityId("climate.living_room"), "heat");
    }
}
