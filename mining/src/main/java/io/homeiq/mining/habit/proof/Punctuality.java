package io.homeiq.mining.habit.proof;

import io.homeiq.mining.drift.TimeShift;
import io.homeiq.mining.drift.UsualTime;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** How far from its time people did a daily habit on each day, and whether that moved. */
final class Punctuality {

    /** Fewer acts do not tell how punctual people are. */
    private static final int LEAST_ACTS = 5;

    private Punctuality() {}

    /** Whether people do it at another time now; empty for what is not done daily. */
    static Optional<TimeShift> shift(Household home, CountedDays counted, Candidate candidate, int last) {
        if (!(candidate.habit() instanceof DailyHabit habit)
                || candidate.learned().hits() < LEAST_ACTS) {
            return Optional.empty();
        }
        int first = home.calendar().dayOf(candidate.learned().actedAt().getMin());
        int[] days = new int[Math.max(0, last - first + 1)];
        double[] offsets = new double[days.length];
        int count = 0;
        for (int day = first; day <= last; day++) {
            double offset = counted.hasAll(day) ? offset(home, habit, day) : Double.NaN;
            if (!Double.isNaN(offset)) {
                days[count] = day;
                offsets[count++] = offset;
            }
        }
        double[] usual = Arrays.stream(candidate.learned().delays())
                .mapToDouble(delay -> delay / 1000.0)
                .toArray();
        return TimeShift.of(Arrays.copyOf(days, count), Arrays.copyOf(offsets, count), UsualTime.of(usual));
    }

    /** The days of a range on which it was due. */
    static List<Integer> due(Household home, DailyHabit habit, DayRange range) {
        return IntStream.rangeClosed(range.first(), range.last())
                .filter(day -> home.days().isLived(day)
                        && habit.weekdays().contains(home.calendar().weekdayOf(day)))
                .boxed()
                .toList();
    }

    /** Of the days of a range on which it was done about its time, in seconds. */
    static double[] offsets(Household home, DailyHabit habit, DayRange range) {
        return IntStream.rangeClosed(range.first(), range.last())
                .mapToDouble(day -> offset(home, habit, day))
                .filter(offset -> !Double.isNaN(offset))
                .toArray();
    }

    /** In seconds; not a number where it was not due, or not done within hours of its time. */
    private static double offset(Household home, DailyHabit habit, int day) {
        boolean due = habit.weekdays().contains(home.calendar().weekdayOf(day))
                && home.days().isLived(day);
        OptionalLong time = due ? habit.frame().at(home, day, habit.second()) : OptionalLong.empty();
        if (time.isEmpty()) {
            return Double.NaN;
        }
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        int act = DailyHabit.nearestAct(
                timeline, habit.deed(), time.getAsLong(), DailyHabit.NEIGHBOURHOOD_SECONDS * 1000L);
        return act < 0 ? Double.NaN : (timeline.timeAt(act) - time.getAsLong()) / 1000.0;
    }
}
