package io.homeiq.simulation.life;

import static io.homeiq.simulation.house.Calls.call;
import static io.homeiq.simulation.house.Calls.off;
import static io.homeiq.simulation.house.Calls.on;

import java.util.List;

/**
 * What the people of the home use without any routine. Each lies in hours so wide that no time of day stands out; the
 * kettle and the kitchen light are so popular that they follow on nearly everything.
 */
final class WhimBook {

    /** In any home. */
    static final List<Whim> ALWAYS = List.of(
            lamp("light.kitchen", 7, 14, 2, 6, 5, 90),
            lamp("light.living_room", 14, 8, 1, 3, 30, 180),
            lamp("light.office", 9, 12, 0, 2, 20, 120),
            lamp("light.bathroom", 8, 14, 1, 4, 5, 75),
            lamp("light.terrace", 15, 8, 0, 1, 15, 120),
            lamp("light.hall", 9, 7, 0, 2, 2, 40),
            lamp("switch.garden_spot", 17, 5, 0, 1, 20, 100),
            lamp("media_player.radio", 8, 13, 0, 2, 20, 150),
            new Whim(on("switch.kettle"), null, 7, 15, 2, 5, 0, 0),
            new Whim(call("unlock", "lock.front_door"), null, 9, 11, 1, 2, 0, 0),
            new Whim(
                    call("close_cover", "cover.living_blind"),
                    call("open_cover", "cover.living_blind"),
                    9,
                    12,
                    0,
                    2,
                    30,
                    300));

    /** In a home without routines, with the things that others use by routine: as often, at the same parts of the day. */
    static final List<Whim> INSTEAD_OF_ROUTINES = List.of(
            lamp("switch.coffee_machine", 6, 10, 0, 2, 20, 150),
            lamp("light.bedroom", 16, 8, 0, 2, 15, 90),
            lamp("light.floor_lamp", 15, 8, 0, 2, 60, 200),
            lamp("light.desk", 10, 12, 0, 2, 60, 200),
            new Whim(off("light.porch"), null, 17, 7, 0, 2, 0, 0),
            new Whim(off("switch.aquarium_light"), null, 16, 8, 0, 2, 0, 0),
            lamp("light.pantry", 7, 15, 3, 8, 2, 90),
            lamp("light.bathroom", 0, 6, 0, 2, 5, 75),
            lamp("light.hall", 15, 8, 0, 2, 5, 240));

    private WhimBook() {}

    private static Whim lamp(
            String entity, int fromHour, double hours, int least, int most, double leastMinutes, double mostMinutes) {
        return new Whim(on(entity), off(entity), fromHour, hours, least, most, leastMinutes, mostMinutes);
    }
}
