package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All habits of one deed, and among those that explain the same acts the one that fits best. */
final class DeedSearch {

    /** Two habits that share this much of their acts are two views of one. */
    private static final double SAME = 0.5;

    private final Household home;
    private final DayRange learned;
    private final ClockHabitSearch clock;
    private final TriggerHabitSearch triggers;

    DeedSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
        this.clock = new ClockHabitSearch(home, learned);
        this.triggers = new TriggerHabitSearch(home, learned);
    }

    /**
     * What was found of one deed.
     *
     * @param best no two of them explain mostly the same acts
     * @param outdone those that another one of {@code best} explains better
     * @param tested how many hypotheses were tested for it
     */
    record Result(List<Candidate> best, List<Candidate> outdone, int tested) {}

    Result search(Deed deed) {
        List<Candidate> all = new ArrayList<>(clock.search(deed));
        TriggerHabitSearch.Found found = triggers.search(deed);
        all.addAll(found.candidates());
        int acts = ActTimes.of(home, deed, learned).size();
        all.sort(Comparator.comparingDouble((Candidate c) -> -c.learned().score(acts))
                .thenComparingDouble(Candidate::pValue)
                .thenComparing(c -> c.habit().toString()));
        List<Candidate> best = new ArrayList<>();
        List<Candidate> outdone = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean isSame = best.stream().anyMatch(better -> candidate.overlap(better) >= SAME);
            (isSame ? outdone : best).add(candidate);
        }
        return new Result(best, outdone, 1 + found.tested());
    }
}
