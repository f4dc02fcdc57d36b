package io.homeiq.mining.habit.search;

import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.habit.answer.ThresholdHabitSearch;
import io.homeiq.mining.habit.answer.TriggerHabitSearch;
import io.homeiq.mining.habit.daily.ActTimes;
import io.homeiq.mining.habit.daily.DailySearch;
import io.homeiq.mining.habit.span.DurationSearch;
import io.homeiq.mining.habit.span.ForgottenSearch;
import io.homeiq.mining.habit.span.PeopleMoments;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All habits of one deed, and among those that explain the same acts the one that fits best. */
public final class DeedSearch {

    /** Two habits that share this much of their acts are two views of one. */
    private static final double SAME = 0.5;

    private final Household home;
    private final DayRange learned;
    private final DailySearch daily;
    private final ThresholdHabitSearch thresholds;
    private final TriggerHabitSearch triggers;
    private final DurationSearch durations;
    private final ForgottenSearch forgotten;
    private final PeopleMoments people;

    DeedSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
        this.daily = new DailySearch(home, learned);
        this.thresholds = new ThresholdHabitSearch(home, learned);
        this.triggers = new TriggerHabitSearch(home, learned);
        this.durations = new DurationSearch(home, learned);
        this.people = new PeopleMoments(home, learned);
        this.forgotten = new ForgottenSearch(home, learned, people);
    }

    /**
     * What was found of one deed.
     *
     * @param best no two of them explain mostly the same acts
     * @param outdone those that another one of {@code best} explains better
     * @param tested how many hypotheses were tested for it
     */
    public record Result(List<Candidate> best, List<Candidate> outdone, int tested) {

        List<Candidate> all() {
            return Stream.concat(best.stream(), outdone.stream()).toList();
        }
    }

    Result search(Deed deed) {
        DailySearch.Found byDay = daily.search(deed);
        List<Candidate> all = new ArrayList<>(byDay.best());
        all.addAll(thresholds.search(deed));
        TriggerHabitSearch.Found found = triggers.search(deed);
        found.candidates().stream().map(people::named).forEach(all::add);
        Tested lasting = durations.search(deed);
        all.addAll(lasting.candidates());
        Tested left = forgotten.search(deed);
        left.candidates().stream().map(people::named).forEach(all::add);
        int acts = ActTimes.of(home, deed, learned).size();
        all.sort(Comparator.comparingDouble((Candidate c) -> -Plainness.score(c, acts, home.states()))
                .thenComparingDouble(Candidate::pValue)
                .thenComparing(c -> c.habit().toString()));
        List<Candidate> best = new ArrayList<>();
        List<Candidate> outdone = new ArrayList<>(byDay.outdone());
        for (Candidate candidate : all) {
            boolean isSame = best.stream().anyMatch(better -> candidate.overlap(better) >= SAME);
            (isSame ? outdone : best).add(candidate);
        }
        return new Result(best, outdone, byDay.tested() + 1 + found.tested() + lasting.tested() + left.tested());
    }
}
