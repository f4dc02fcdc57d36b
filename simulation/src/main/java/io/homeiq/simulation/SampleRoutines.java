package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routines of the people of the sample home. */
final class SampleRoutines {

    private static final Set<DayOfWeek> WORKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private SampleRoutines() {}

    static List<Routine> all() {
        return List.of(
                at("coffee_workdays", on("switch.coffee_machine"), "on", 0.05, LocalTime.of(6, 45), 8, WORKDAYS),
                at("coffee_weekend", on("switch.coffee_machine"), "on", 0.08, LocalTime.of(9, 15), 10, WEEKEND),
                at(
                        "bedside_dimmed",
                        dimmed("light.bedroom", 40),
                        "on",
                        0.08,
                        LocalTime.of(22, 15),
                        9,
                        Routine.AtTime.EVERY_DAY),
                at("porch_off", off("light.porch"), "off", 0.07, LocalTime.of(23, 56), 8, Routine.AtTime.EVERY_DAY),
                at(
                        "door_locked",
                        call("lock", "lock", "lock.front_door"),
                        "locked",
                        0.05,
                        LocalTime.of(23, 10),
                        9,
                        Routine.AtTime.EVERY_DAY),
                at("desk_lamp", on("light.desk"), "on", 0.1, LocalTime.of(19, 30), 12, WORKDAYS),
                after("welcome_ann", on("light.hall"), 0.08, "person.ann", "not_home", "home", 12, 45, 0, 24),
                after(
                        "night_bathroom",
                        on("light.bathroom"),
                        0.06,
                        "binary_sensor.bathroom_motion",
                        "off",
                        "on",
                        3,
                        14,
                        0,
                        6),
                after(
                        "tv_evening",
                        dimmed("light.floor_lamp", 30),
                        0.1,
                        "media_player.tv",
                        "off",
                        "on",
                        20,
                        70,
                        0,
                        24));
    }

    private static Routine at(
            String id, CallService call, String state, double missed, LocalTime time, int jitter, Set<DayOfWeek> days) {
        return new Routine.AtTime(id, call, state, missed, time, jitter, days);
    }

    private static Routine after(
            String id,
            CallService call,
            double missed,
            String trigger,
            String from,
            String to,
            int least,
            int most,
            int fromHour,
            int untilHour) {
        return new Routine.After(
                id, call, "on", missed, new EntityId(trigger), from, to, least, most, fromHour, untilHour);
    }

    private static CallService on(String entity) {
        return call(new EntityId(entity).domain(), "turn_on", entity);
    }

    private static CallService off(String entity) {
        return call(new EntityId(entity).domain(), "turn_off", entity);
    }

    private static CallService dimmed(String entity, int percent) {
        return new CallService(
                "light", "turn_on", List.of(new EntityId(entity)), new Verbatim(Map.of("brightness_pct", percent)));
    }

    private static CallService call(String domain, String service, String entity) {
        return CallService.of(domain, service, new EntityId(entity));
    }
}
