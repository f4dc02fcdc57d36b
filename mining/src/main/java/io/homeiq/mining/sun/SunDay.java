package io.homeiq.mining.sun;

import java.util.OptionalLong;

/**
 * One day of the sun.
 *
 * @param rise epoch milliseconds; empty where it does not cross the horizon on that day
 * @param set the same; in the far north's summer it may lie beyond midnight
 */
public record SunDay(OptionalLong rise, OptionalLong set) {}
