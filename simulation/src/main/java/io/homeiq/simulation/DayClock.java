package io.homeiq.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * One local day of the sample home, and chance within it.
 *
 * @param number counted from 0
 */
record DayClock(int number, LocalDate date, ZoneId zone, RandomGenerator random) {

    long at(LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    long start() {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** Around a time of day: the sum of two draws, so that the middle is likelier than the rim. */
    long around(LocalTime time, int minutes) {
        double draw = random.nextDouble() + random.nextDouble() - 1;
        return at(time) + (long) (draw * minutes * 60_000);
    }

    /** Anywhere between two hours of the day. */
    long within(int fromHour, int hours) {
        return at(LocalTime.of(fromHour, 0)) + (long) (random.nextDouble() * hours * 3_600_000);
    }

    long later(long time, int leastSeconds, int mostSeconds) {
        return time + (long) ((leastSeconds + random.nextDouble() * (mostSeconds - leastSeconds)) * 1000);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    LocalTime clockAt(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalTime();
    }
}
