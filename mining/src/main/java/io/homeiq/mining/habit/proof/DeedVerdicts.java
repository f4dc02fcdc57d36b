package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.timeline.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves habits of single deeds. Where the better view of some acts does not hold, another one gets its turn: a lamp that
 * seemed to be lit at seven is lit at sunset after all.
 */
public final class DeedVerdicts {

    /** A habit of which another one explains this share is the same habit. */
    private static final double SAME = 0.5;

    private record Judged(Candidate candidate, Pattern pattern) {}

    private final Prover prover;
    private final DayRange heldOut;
    private final int tested;
    private final boolean provenOnly;
    private final GroupVerdicts groups;
    private final List<Judged> judged = new ArrayList<>();
    private final List<Candidate> standing = new ArrayList<>();
    private final List<Candidate> rescued = new ArrayList<>();

    /**
     * @param tested hypotheses of the whole search
     * @param provenOnly spares the work for those that cannot be proven
     * @param groups habits of several deeds, all judged
     */
    public DeedVerdicts(Prover prover, DayRange heldOut, int tested, boolean provenOnly, GroupVerdicts groups) {
        this.prover = prover;
        this.heldOut = heldOut;
        this.tested = tested;
        this.provenOnly = provenOnly;
        this.groups = groups;
    }

    /** Judges the best view of some acts. */
    public void judge(Candidate best, double qValue) {
        if (provenOnly && !prover.isSure(qValue)) {
            return;
        }
        boolean explained = groups.explain(best);
        Optional<Pattern> pattern = prover.prove(best, qValue, heldOut, explained);
        pattern.map(found -> groups.noSurer(best, found)).ifPresent(found -> judged.add(new Judged(best, found)));
        if (explained || pattern.filter(DeedVerdicts::stands).isPresent()) {
            standing.add(best);
        }
    }

    /** What the days do not show, or show to be over, leaves room for another view. */
    static boolean stands(Pattern pattern) {
        boolean doubted = pattern.finding() instanceof Finding.NotProposed not && Boolean.TRUE.equals(not.unsure());
        return !(doubted || pattern.isOver());
    }

    /** Judges another view, once all of the best are judged. It is no discovery of its own, and corrected for all tests. */
    public void retry(Candidate view, double qValue) {
        boolean isAnothers = groups.explain(view) || standing.stream().anyMatch(better -> view.overlap(better) >= SAME);
        double alone = Math.min(1, view.pValue() * tested);
        if (provenOnly && (isAnothers || !prover.isSure(alone))) {
            return;
        }
        Optional<Pattern> pattern = prover.prove(view, isAnothers ? qValue : alone, heldOut, isAnothers)
                .filter(found -> found.isProven() || !provenOnly);
        pattern.map(found -> groups.noSurer(view, found)).ifPresent(found -> judged.add(new Judged(view, found)));
        if (pattern.filter(Pattern::isProven).isPresent()) {
            standing.add(view);
            rescued.add(view);
        }
    }

    public List<Pattern> patterns() {
        return judged.stream().map(Judged::pattern).toList();
    }

    /** Tells of those that may have moved; not of one of which another view holds, for then it only seemed so. */
    public void tell(Successors successors) {
        judged.stream()
                .filter(one -> rescued.stream().noneMatch(view -> isSame(view, one.candidate())))
                .forEach(one -> successors.note(one.candidate(), one.pattern()));
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return one.overlap(other) >= SAME || other.overlap(one) >= SAME;
    }
}
