package io.homeiq.mining.drift;

/**
 * One day's occasion of a habit.
 *
 * @param day epoch day of the home's calendar
 * @param second of that day at which it was due first, 0 to 86,399
 * @param kept whether people did it at any of the day's occasions
 */
public record DueTime(int day, int second, boolean kept) {}
