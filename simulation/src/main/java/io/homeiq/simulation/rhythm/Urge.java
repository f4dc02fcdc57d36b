package io.homeiq.simulation.rhythm;

import io.homeiq.contracts.rule.CallService;
import org.jspecify.annotations.Nullable;

/**
 * Something that people do at no special time, as a Poisson process whose rate follows the hours of the day.
 *
 * @param undo what ends it after a while; null if nobody does
 * @param perDay how often a day on average, if somebody were always up
 * @param fromHour first hour of the day in which it is likely
 * @param hours for how many hours it is
 * @param usualMinutes for how long it lasts, as a median; the spread is wide
 * @param routine the habit that it is a part of; null if none
 */
public record Urge(
        CallService call,
        @Nullable CallService undo,
        double perDay,
        int fromHour,
        double hours,
        double usualMinutes,
        @Nullable String routine) {

    public Urge {
        if (perDay < 0 || hours <= 0 || hours > 24) {
            throw new IllegalArgumentException(
                    "an urge needs a rate and up to 24 hours, was: " + perDay + " in " + hours);
        }
    }

    /** It lasts until something else ends it. */
    public static Urge open(CallService call, double perDay, int fromHour, double hours) {
        return new Urge(call, null, perDay, fromHour, hours, 0, null);
    }

    /** It is ended by hand, mostly within some multiples of the usual time. */
    public static Urge lasting(CallService call, CallService undo, double perDay, int fromHour, double usualMinutes) {
        return new Urge(call, undo, perDay, fromHour, 12, usualMinutes, null);
    }
}
