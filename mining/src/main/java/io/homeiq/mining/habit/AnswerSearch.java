package io.homeiq.mining.habit;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Comparator;
import java.util.stream.LongStream;

/** Finds how soon people answer one occasion, and under which conditions if these make it clearly better. */
final class AnswerSearch {

    /** A habit that holds this often needs no condition. */
    private static final double CLEAR_PRECISION = 0.95;

    /** Conditions are looked for where the occasion comes before at least this share of the acts. */
    private static final double MIN_SHARE_TO_GUARD = 0.25;

    /** How much better a rule must do for its conditions. */
    private static final double WORTH_A_CONDITION = 0.02;

    private static final double NEARLY_ALL = 0.85;
    private static final double WORTH_KEEPING = 0.05;

    private final Household home;
    private final DayRange learned;
    private final long[] delays;
    private final AnswerTest test;
    private final GuardSearch guards;

    /** @param delays that are tried, in milliseconds, rising */
    AnswerSearch(Household home, DayRange learned, long... delays) {
        this.home = home;
        this.learned = learned;
        this.delays = delays.clone();
        this.test = new AnswerTest(home, learned);
        this.guards = new GuardSearch(home);
    }

    /**
     * The best habit that answers the occasion.
     *
     * @param always with any delay and no condition
     * @param acts how often people did it in the learned days, on whatever occasion
     * @param choices from how many occasions it was chosen
     */
    Candidate best(AnswerHabit always, int acts, double choices) {
        Candidate plain = plain(always, choices);
        int hits = longest(always).hits();
        boolean clear = plain.learned().regularity() >= CLEAR_PRECISION;
        return clear || hits < Math.max(AnswerTest.MIN_ANSWERED, acts * MIN_SHARE_TO_GUARD)
                ? plain
                : betterOf(plain, guarded(always, hits, choices), acts);
    }

    /** The same without any condition. */
    Candidate plain(AnswerHabit always, double choices) {
        Replay longest = longest(always);
        return longest.hits() < AnswerTest.MIN_ANSWERED
                ? new Candidate(always, 1, 1, longest)
                : surest(always, choices);
    }

    private Replay longest(AnswerHabit habit) {
        return replay(habit, delays[delays.length - 1]);
    }

    /** With the conditions under which it holds; as it is where none clearly helps. */
    private Candidate guarded(AnswerHabit always, int hits, double choices) {
        Replay prompt = replay(always, promptDelay(always, hits));
        GuardSearch.Found found = guards.search(always.deed(), always.cause(), Firings.of(prompt));
        return surest(always.with(always.withinMillis(), found.guards()), choices * found.tried());
    }

    private static Candidate betterOf(Candidate plain, Candidate guarded, int acts) {
        boolean better = plain.pValue() > WORTH_KEEPING
                || guarded.learned().score(acts) > plain.learned().score(acts) + WORTH_A_CONDITION;
        return better && guarded.pValue() <= WORTH_KEEPING ? guarded : plain;
    }

    private Replay replay(AnswerHabit habit, long delay) {
        return habit.with(delay, habit.guards()).replay(home, learned);
    }

    /** Of all delays the one whose habit is least likely by chance. */
    private Candidate surest(AnswerHabit habit, double choices) {
        return LongStream.of(delays)
                .mapToObj(delay -> {
                    AnswerHabit one = habit.with(delay, habit.guards());
                    return test.of(one, one.replay(home, learned), delay, choices * delays.length);
                })
                .min(Comparator.comparingDouble(Candidate::pValue))
                .orElseThrow();
    }

    /** The shortest delay that has nearly all of the answers. */
    private long promptDelay(AnswerHabit habit, int hits) {
        return LongStream.of(delays)
                .filter(delay -> replay(habit, delay).hits() >= NEARLY_ALL * hits)
                .findFirst()
                .orElse(delays[delays.length - 1]);
    }
}
