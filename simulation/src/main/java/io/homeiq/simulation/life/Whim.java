package io.homeiq.simulation.life;

import io.homeiq.contracts.rule.CallService;
import org.jspecify.annotations.Nullable;

/**
 * Something that people use whenever they feel like it.
 *
 * @param undo what ends it; null if it ends by itself
 * @param fromHour from which hour of the day on
 * @param hours for how many hours
 * @param least how often on such a day, at least
 * @param most how often, at most
 * @param leastMinutes for how long, at least
 * @param mostMinutes for how long, at most
 */
record Whim(
        CallService call,
        @Nullable CallService undo,
        int fromHour,
        double hours,
        int least,
        int most,
        double leastMinutes,
        double mostMinutes) {

    Whim {
        if (least < 0 || most < least || mostMinutes < leastMinutes) {
            throw new IllegalArgumentException("a whim needs bounds in order, was: " + least + " to " + most
                    + " times, " + leastMinutes + " to " + mostMinutes + " minutes");
        }
    }
}
