package io.homeiq.mining.habit.daily;

import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * What time of day an act would fall at if it only followed the change before it: a lamp that is lit at ten and burns for
 * about an hour goes out around eleven without anybody caring for the clock. The null hypothesis pairs every change
 * before an act with the duration of every other (a permutation of the durations among the days).
 *
 * @param chance the share of all pairs that falls into the habit's window, 0 to 1; 0 where nothing came before
 */
public record InheritedTime(double chance) {

    /** Enough for a share that is good to some percent, and few enough for a look at every live act. */
    private static final int MAX_ACTS = 120;

    /** Of fewer, what came before is an accident, such as a device that was away for a moment. */
    private static final int MIN_ACTS = 8;

    private static final long LONGEST_MILLIS = 12 * 3_600_000L;

    private record Span(int startSecond, long seconds) {}

    static InheritedTime of(Household home, DailyHabit habit, DayRange learned) {
        List<Span> spans = spans(home, habit, learned);
        int pairs = 0;
        int inside = 0;
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < spans.size(); j++) {
                double end = spans.get(i).startSecond() + spans.get(j).seconds();
                boolean near = Math.abs(CircularTime.difference(end, habit.second())) <= habit.tolerance();
                // An act paired with its own duration is the act itself and tells nothing.
                pairs += i == j ? 0 : 1;
                inside += i != j && near ? 1 : 0;
            }
        }
        return new InheritedTime(spans.size() < MIN_ACTS ? 0 : (double) inside / pairs);
    }

    /** The changes before the newest acts near the habit's time, and how long after them the act came. */
    private static List<Span> spans(Household home, DailyHabit habit, DayRange learned) {
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        List<Span> spans = new ArrayList<>();
        for (int i = timeline.size() - 1; i > 0 && spans.size() < MAX_ACTS; i--) {
            boolean act =
                    timeline.isActAt(i) && timeline.stateAt(i) == habit.deed().state();
            if (act && isNear(home, habit, learned, timeline.timeAt(i))) {
                long before = timeline.timeAt(i - 1);
                long lasted = timeline.timeAt(i) - before;
                if (lasted <= LONGEST_MILLIS) {
                    habit.frame()
                            .placeOf(home, before)
                            .ifPresent(place -> spans.add(new Span(place.second(), lasted / 1000)));
                }
            }
        }
        return spans;
    }

    private static boolean isNear(Household home, DailyHabit habit, DayRange learned, long time) {
        return learned.contains(home.calendar().dayOf(time))
                && habit.frame().placeOf(home, time).stream()
                        .anyMatch(place ->
                                habit.weekdays().contains(home.calendar().weekdayOf(place.day()))
                                        && Math.abs(CircularTime.difference(place.second(), habit.second()))
                                                <= DailyHabit.NEIGHBOURHOOD_SECONDS);
    }
}
