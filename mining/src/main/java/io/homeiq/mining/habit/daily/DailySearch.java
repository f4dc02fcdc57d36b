package io.homeiq.mining.habit.daily;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.DayFrame;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Daily habits by the clock and by the sun. Where both explain the same acts, the one is kept around which they lie
 * closer; in days over which the sun hardly moves nothing can be told, and people live by the clock.
 */
public final class DailySearch {

    /** So many days are there to prove what was learned, as a part of those it was learned from. */
    private static final double PROOF_SHARE = 0.43;

    /** By the clock on the wall, between the earliest and the latest of the days, in seconds. */
    private static final int LEAST_MOVE_SECONDS = 15 * 60;

    /** Two habits that share this much of the acts of either are two views of one. */
    private static final double SAME = 0.5;

    private final List<DailyHabitSearch> searches = new ArrayList<>();
    private final ClockOrSun view;

    public DailySearch(Household home, DayRange learned) {
        this.view = new ClockOrSun(home);
        searches.add(new DailyHabitSearch(home, learned, new DayFrame.ByClock()));
        // Of two views that fit the learned days alike, the days of the proof may tell.
        DayRange all = new DayRange(learned.first(), learned.last() + (int) Math.round(PROOF_SHARE * learned.days()));
        home.sun().ifPresent(sun -> {
            for (SunEvent event : SunEvent.values()) {
                if (moves(home, sun, event, all)) {
                    searches.add(new DailyHabitSearch(home, learned, new DayFrame.BySun(event)));
                }
            }
        });
    }

    private static boolean moves(Household home, Sun sun, SunEvent event, DayRange days) {
        double least = 0;
        double most = 0;
        int first = -1;
        for (int day = days.first(); day <= days.last(); day++) {
            OptionalLong time = sun.at(event, day);
            if (time.isPresent()) {
                int second = home.calendar().secondOfDay(time.getAsLong());
                first = first < 0 ? second : first;
                double moved = CircularTime.difference(second, first);
                least = Math.min(least, moved);
                most = Math.max(most, moved);
            }
        }
        return most - least >= LEAST_MOVE_SECONDS;
    }

    /**
     * What was found.
     *
     * @param best no two of them are the same acts by the clock and by the sun
     * @param outdone the views that fit less well
     * @param tested how many hypotheses were tested
     */
    public record Found(List<Candidate> best, List<Candidate> outdone, int tested) {}

    public Found search(Deed deed) {
        List<Candidate> best = new ArrayList<>();
        List<Candidate> outdone = new ArrayList<>();
        for (DailyHabitSearch search : searches) {
            for (Candidate candidate : search.search(deed)) {
                List<Candidate> same = best.stream()
                        .filter(other -> isOtherView(other, candidate))
                        .toList();
                if (same.stream().allMatch(other -> view.isCloser(candidate, other))) {
                    best.removeAll(same);
                    outdone.addAll(same);
                    best.add(candidate);
                } else {
                    outdone.add(candidate);
                }
            }
        }
        return new Found(best, outdone, searches.size());
    }

    private static boolean isOtherView(Candidate one, Candidate other) {
        boolean sameFrame = ((DailyHabit) one.habit()).frame().equals(((DailyHabit) other.habit()).frame());
        return !sameFrame && (one.overlap(other) >= SAME || other.overlap(one) >= SAME);
    }
}
