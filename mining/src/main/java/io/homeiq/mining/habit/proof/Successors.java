package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Drift;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.drift.UsualTime;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The new time of habits that moved, learned from the first days since and proven on the rest. That people have the habit
 * is known, so only its time is asked for, and the days of two weeks are not needed: seven on which it was due are.
 */
public final class Successors {

    /** Days to find the new time on, at least. */
    private static final int LEAST_LEARNED = 4;

    /** Days to prove it on, at least. */
    private static final int LEAST_PROOF = 3;

    private static final double PROOF_SHARE = 0.3;

    /** Of the days of proof on which it is due: so few days must speak clearly. */
    private static final double LEAST_KEPT = 0.75;

    /** The windows of the hours around that could have been found instead (Bonferroni). */
    private static final int TRIED = 16;

    private record Moved(Candidate candidate, Pattern pattern, Drift drift) {}

    private final Household home;
    private final Prover prover;
    private final List<Moved> moved = new ArrayList<>();

    public Successors(Household home, Prover prover) {
        this.home = home;
        this.prover = prover;
    }

    /** Hears of what was judged. */
    void note(Candidate candidate, Pattern pattern) {
        Drift drift = pattern.drift();
        if (drift != null && drift.kind() == Drift.Kind.MOVED) {
            moved.add(new Moved(candidate, pattern, drift));
        }
    }

    /**
     * The patterns with those that came after moved ones. Old and new are tied to each other.
     *
     * @param last the last day of the history
     */
    public List<Pattern> join(List<Pattern> patterns, int last) {
        List<Pattern> joined = new ArrayList<>(patterns);
        for (Moved old : moved) {
            find(old, last).ifPresent(next -> {
                Pattern successor = known(joined, next).orElse(next);
                joined.remove(successor);
                joined.add(successor.with(next.drift()));
                joined.replaceAll(pattern ->
                        pattern.equals(old.pattern()) ? pattern.with(old.drift().with(successor.id())) : pattern);
            });
        }
        return joined;
    }

    /** The one of those found that says the same already. */
    private static Optional<Pattern> known(List<Pattern> patterns, Pattern successor) {
        return patterns.stream()
                .filter(Pattern::isProven)
                .filter(pattern -> KnownPatterns.isNear(pattern, successor))
                .findFirst();
    }

    private Optional<Pattern> find(Moved old, int last) {
        DailyHabit habit = (DailyHabit) old.candidate().habit();
        LocalDate since = old.drift().since();
        List<Integer> due = Punctuality.due(home, habit, new DayRange((int) since.toEpochDay(), last));
        int proof = Math.max(LEAST_PROOF, (int) Math.round(PROOF_SHARE * due.size()));
        if (due.size() - proof < LEAST_LEARNED) {
            return Optional.empty();
        }
        DayRange learned = new DayRange(due.getFirst(), due.get(due.size() - proof) - 1);
        double[] offsets = Punctuality.offsets(home, habit, learned);
        if (offsets.length < LEAST_LEARNED) {
            return Optional.empty();
        }
        double second = Math.floorMod(
                Math.round(habit.second() + UsualTime.of(offsets).centre()), (long) CircularTime.DAY_SECONDS);
        DailyHabit next = habit.frame().habit(habit.deed(), second, habit.tolerance(), habit.weekdays());
        return prove(old, next, learned, new DayRange(learned.last() + 1, last));
    }

    private Optional<Pattern> prove(Moved old, DailyHabit next, DayRange learned, DayRange proof) {
        Replay replay = next.replay(home, learned);
        double chance = old.candidate().chance();
        double p = Math.min(1, TRIED * Binomial.upperTail(replay.hits(), replay.opportunities(), chance));
        LocalDate since = old.drift().since();
        String was = DriftWords.follows((DailyHabit) old.candidate().habit(), since);
        Drift follows = new Drift(Drift.Kind.FOLLOWS, since, was, old.pattern().id());
        return prover.prove(new Candidate(next, p, chance, replay), Math.min(1, p * moved.size()), proof, false)
                .filter(pattern -> pattern.isProven() && isClear(pattern))
                .map(pattern -> pattern.with(follows));
    }

    private static boolean isClear(Pattern pattern) {
        Evidence evidence = pattern.evidence();
        return evidence != null && evidence.agreed() >= LEAST_KEPT * evidence.opportunities();
    }
}
