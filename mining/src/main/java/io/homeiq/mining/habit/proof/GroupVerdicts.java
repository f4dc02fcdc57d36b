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
 * the larger view of some acts does not hold, a smaller one may. It is no surer than the larger one: when people leave
 * off a sequence, one of its parts after another seems to hold for a while, on the days on which it was still done.
 */
public final class GroupVerdicts {

    /** A habit of which a group explains this share is a part of it. */
    private static final double SAME = 0.5;

    /** A group that chance does not explain, and that the days kept for proof do not show, or show to be over. */
    private record Fallen(Candidate group, double confidence) {}

    private final Prover prover;
    private final DayRange heldOut;
    private final List<Candidate> standing = new ArrayList<>();
    private final List<Fallen> fallen = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();

    public GroupVerdicts(Prover prover, DayRange heldOut) {
        this.prover = prover;
        this.heldOut = heldOut;
    }

    /** Judges a group that no better one overlaps; found wanting, it is still told. */
    public void judge(Candidate group, double qValue) {
        Optional<Pattern> pattern = prover.prove(group, qValue, heldOut, false);
        pattern.ifPresent(patterns::add);
        if (pattern.filter(found -> prover.stands(group, found)).isPresent()) {
            standing.add(group);
        } else if (prover.isSure(qValue)) {
            pattern.filter(found -> !DeedVerdicts.stands(found))
                    .ifPresent(found -> fallen.add(new Fallen(group, found.confidence())));
        }
    }

    /** Judges another view of acts that a better one explained; told only if it holds where the better did not. */
    public void retry(Candidate spare, double qValue) {
        // What is not sure cannot hold, and the look at its days is spared.
        if (prover.isSure(qValue)
                && standing.stream().noneMatch(group -> spare.overlap(group) >= GroupSearch.SAME_GROUP)) {
            prover.prove(spare, qValue, heldOut, false)
                    .filter(found -> prover.stands(spare, found))
                    .ifPresent(found -> {
                        patterns.add(noSurer(spare, GroupSearch.SAME_GROUP, found));
                        standing.add(spare);
                    });
        }
    }

    /** Whether a group that holds explains most of a habit. */
    boolean explain(Candidate habit) {
        return standing.stream().anyMatch(group -> habit.overlap(group) >= SAME);
    }

    /** What was found of a habit of one deed, no surer than the group that explains most of it and does not hold. */
    Pattern noSurer(Candidate habit, Pattern found) {
        return noSurer(habit, SAME, found);
    }

    private Pattern noSurer(Candidate part, double same, Pattern found) {
        double most = fallen.stream()
                .filter(whole -> part.overlap(whole.group()) >= same)
                .mapToDouble(Fallen::confidence)
                .min()
                .orElse(1);
        return found.withConfidence(Math.min(most, found.confidence()));
    }

    public List<Pattern> patterns() {
        return List.copyOf(patterns);
    }
}
