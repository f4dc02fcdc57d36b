package io.homeiq.mining.habit.daily;

import io.homeiq.mining.statistics.Hypergeometric;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the weekdays on which something mostly is done, as training on Tuesdays and Thursdays, or a weekend that begins on
 * Friday: the two parts of the week that differ the most, by the likelihood of one rate in each of them.
 */
final class OwnWeekdays {

    private final Household home;
    private final int[] lived = new int[DayOfWeek.values().length];

    /** @param range the days that are looked at */
    OwnWeekdays(Household home, DayRange range) {
        this.home = home;
        IntStream.rangeClosed(range.first(), range.last())
                .filter(home.days()::isLived)
                .forEach(day -> lived[weekday(day)]++);
    }

    private int weekday(int day) {
        return index(home.calendar().weekdayOf(day));
    }

    private static int index(DayOfWeek day) {
        return day.getValue() - 1;
    }

    /** The part of the week with the higher rate; never empty, never the whole week. */
    Set<DayOfWeek> of(ActTimes acts) {
        int[] done = done(acts);
        List<DayOfWeek> oftenFirst = Arrays.stream(DayOfWeek.values())
                .sorted(Comparator.comparingDouble((DayOfWeek day) -> -rate(done, day)))
                .toList();
        Set<DayOfWeek> best = Set.of(oftenFirst.getFirst());
        double most = Double.NEGATIVE_INFINITY;
        for (int size = 1; size < oftenFirst.size(); size++) {
            double likelihood = likelihood(done, oftenFirst.subList(0, size))
                    + likelihood(done, oftenFirst.subList(size, oftenFirst.size()));
            if (likelihood > most) {
                most = likelihood;
                best = EnumSet.copyOf(oftenFirst.subList(0, size));
            }
        }
        return best;
    }

    /**
     * How likely it is by chance that of the days of a kind, so many of those with an act fall on some weekdays of it:
     * Fisher's exact test, not corrected for the choice of the weekdays.
     *
     * @return 0 to 1; 1 where the weekdays are no part of the kind
     */
    double part(ActTimes acts, Set<DayOfWeek> weekdays, Set<DayOfWeek> kind) {
        if (!kind.containsAll(weekdays)) {
            return 1;
        }
        int[] done = done(acts);
        return Hypergeometric.upperTail(held(done, weekdays), sum(lived, weekdays), held(done, kind), sum(lived, kind));
    }

    private int held(int[] done, Set<DayOfWeek> days) {
        return days.stream()
                .mapToInt(day -> Math.min(done[index(day)], lived[index(day)]))
                .sum();
    }

    private static int sum(int[] counts, Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> counts[index(day)]).sum();
    }

    private int[] done(ActTimes acts) {
        int[] done = new int[lived.length];
        Arrays.stream(acts.days()).distinct().forEach(day -> done[weekday(day)]++);
        return done;
    }

    private double rate(int[] done, DayOfWeek day) {
        return Math.min(1, done[index(day)] / (double) Math.max(1, lived[index(day)]));
    }

    /** Logarithm of how likely the days are if all of them have the same rate, the likeliest one. */
    private double likelihood(int[] done, List<DayOfWeek> days) {
        double all = days.stream().mapToInt(day -> lived[index(day)]).sum();
        double held =
                Math.min(all, days.stream().mapToInt(day -> done[index(day)]).sum());
        return term(held, all) + term(all - held, all);
    }

    private static double term(double part, double all) {
        return part == 0 ? 0 : part * Math.log(part / all);
    }
}
