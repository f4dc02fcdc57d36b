package io.homeiq.mining.habit.span;

import io.homeiq.mining.habit.DurationHabit;
import io.homeiq.mining.habit.daily.InheritedTime;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * How long something would last if its beginning and its end kept to the clock each by itself: a lamp that is lit at
 * nine and put out at eleven burns for two hours though nobody counts them. The null hypothesis pairs every beginning
 * with the end of every other day (a permutation, the reverse of {@link InheritedTime}).
 */
final class ClockedSpans {

    private static final int MAX_SPANS = 120;
    private static final int MIN_SPANS = 8;
    private static final long LONGEST_SECONDS = 12 * 3600L;

    private record Span(int begin, int end) {}

    private ClockedSpans() {}

    /**
     * The share of the pairs that end within the habit's window, among those that reach it.
     *
     * @return 0 to 1; 0 where there are too few to tell
     */
    static double of(Household home, DurationHabit habit, DayRange learned) {
        List<Span> spans = spans(home, habit, learned);
        long least = (habit.millis() - habit.toleranceMillis()) / 1000;
        long most = (habit.millis() + habit.toleranceMillis()) / 1000;
        int reached = 0;
        int inside = 0;
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < spans.size(); j++) {
                int lasted = Math.floorMod(spans.get(j).end() - spans.get(i).begin(), CircularTime.DAY_SECONDS);
                if (i != j && lasted >= least && lasted <= LONGEST_SECONDS) {
                    reached++;
                    inside += lasted <= most ? 1 : 0;
                }
            }
        }
        return spans.size() < MIN_SPANS || reached == 0 ? 0 : (double) inside / reached;
    }

    private static List<Span> spans(Household home, DurationHabit habit, DayRange learned) {
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        List<Span> spans = new ArrayList<>();
        int end = timeline.firstAtOrAfter(home.calendar().startOf(learned.last() + 1));
        int begin = timeline.firstAtOrAfter(home.calendar().startOf(learned.first()));
        for (int i = end - 1; i > begin && spans.size() < MAX_SPANS; i--) {
            boolean ended = timeline.isActAt(i)
                    && timeline.stateAt(i) == habit.deed().state()
                    && timeline.stateAt(i - 1) == habit.during();
            if (ended && timeline.timeAt(i) - timeline.timeAt(i - 1) <= LONGEST_SECONDS * 1000) {
                spans.add(new Span(
                        home.calendar().secondOfDay(timeline.timeAt(i - 1)),
                        home.calendar().secondOfDay(timeline.timeAt(i))));
            }
        }
        return spans;
    }
}
