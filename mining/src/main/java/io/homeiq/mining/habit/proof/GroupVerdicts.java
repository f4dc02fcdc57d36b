package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.group.GroupSearch;
import io.homeiq.mining.timeline.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves habits of several entities and keeps those that hold. What one of them explains is no habit of its own; where
 * the larger view of some acts does not hold, a smaller one may.
 */
public final class GroupVerdicts {

    /** A habit of which a group explains this share is a part of it. */
    private static final double SAME = 0.5;

    private final Prover prover;
    private final DayRange heldOut;
    private final List<Candidate> standing = new ArrayList<>();
    private final List<Candidate> fallen = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();

    public GroupVerdicts(Prover prover, DayRange heldOut) {
        this.prover = prover;
        this.heldOut = heldOut;
    }

    /** Judges a group that no better one overlaps; found wanting, it is still told. */
    public void judge(Candidate group, double qValue) {
        Optional<Pattern> pattern = prover.prove(group, qValue, heldOut, View.BEST);
        pattern.ifPresent(patterns::add);
        boolean stands = pattern.filter(found -> prover.stands(group, found)).isPresent();
        (stands ? standing : fallen).add(group);
    }

    /** Judges another view of acts that a better one explained; told only if it holds where the better did not. */
    public void retry(Candidate spare, double qValue) {
        // What is not sure cannot hold, and the look at its days is spared.
        if (prover.isSure(qValue)
                && standing.stream().noneMatch(group -> spare.overlap(group) >= GroupSearch.SAME_GROUP)) {
            prover.prove(spare, qValue, heldOut, View.INSTEAD)
                    .filter(found -> prover.stands(spare, found))
                    .ifPresent(found -> {
                        patterns.add(found);
                        standing.add(spare);
                    });
        }
    }

    /** What the groups make of a habit of one deed, most of which one of them may explain. */
    public View viewOf(Candidate habit) {
        if (explains(standing, habit)) {
            return View.OUTDONE;
        }
        return explains(fallen, habit) ? View.INSTEAD : View.BEST;
    }

    private static boolean explains(List<Candidate> groups, Candidate habit) {
        return groups.stream().anyMatch(group -> habit.overlap(group) >= SAME);
    }

    public List<Pattern> patterns() {
        return List.copyOf(patterns);
    }
}
