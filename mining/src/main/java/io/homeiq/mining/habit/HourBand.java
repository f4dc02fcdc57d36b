package io.homeiq.mining.habit;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.mining.timeline.Household;
import java.time.LocalTime;
import java.util.Set;

/**
 * A part of the day in whole hours, possibly across midnight.
 *
 * @param from first hour, 0 to 23
 * @param hours how many, 1 to 24; 24 is the whole day
 */
public record HourBand(int from, int hours) implements Guard {

    public static final int DAY = 24;
    static final HourBand WHOLE_DAY = new HourBand(0, DAY);

    boolean contains(int secondOfDay) {
        return Math.floorMod(secondOfDay / 3600 - from, DAY) < hours;
    }

    @Override
    public boolean holdsAt(Household home, long time) {
        return contains(home.calendar().secondOfDay(time));
    }

    @Override
    public Condition condition(Household home) {
        return new TimeCondition(LocalTime.of(from, 0), LocalTime.of(until(), 0), Set.of());
    }

    /** The first hour after it. */
    int until() {
        return (from + hours) % DAY;
    }

    /**
     * The band in which the hours' scores add up to the most; of equal ones the shorter.
     *
     * @param scores one for each hour of the day, in hits less misses
     */
    public static HourBand best(int[] scores) {
        HourBand best = WHOLE_DAY;
        int bestSum = Integer.MIN_VALUE;
        for (int from = 0; from < DAY; from++) {
            int sum = 0;
            for (int hours = 1; hours < DAY; hours++) {
                sum += scores[(from + hours - 1) % DAY];
                if (sum > bestSum || sum == bestSum && hours < best.hours()) {
                    best = new HourBand(from, hours);
                    bestSum = sum;
                }
            }
        }
        return best;
    }
}
