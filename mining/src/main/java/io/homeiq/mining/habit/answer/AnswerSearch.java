package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.AnswerHabit;
import io.homeiq.mining.habit.Answers;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Fired;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds how soon people answer one occasion, and under which conditions if these make it clearly better. */
final class AnswerSearch {

    /** A habit that holds this often needs no condition. */
    private static final double CLEAR_PRECISION = 0.95;

    /** Conditions are looked for where the occasion comes before at least this share of the acts. */
    private static final double MIN_SHARE_TO_GUARD = 0.25;

    /** How much better a rule must do for its conditions. */
    private static final double WORTH_A_CONDITION = 0.02;

    private static final double NEARLY_ALL = 0.85;

    /** Part of the digits by which chance is ruled out that a longer delay must keep. */
    private static final double NEARLY = 0.85;

    private static final double CLEARLY_MORE = 1.05;
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
     * The best habit that answers the occasion; empty where chance may be all of it.
     *
     * @param always with any delay and no condition
     * @param acts how often people did it in the learned days, on whatever occasion
     * @param choices from how many occasions it was chosen
     */
    Optional<Candidate> best(AnswerHabit always, int acts, double choices) {
        Trials trials = new Trials(always);
        Choice plain = plain(trials, choices);
        int hits = trials.longest().hits();
        boolean clear = plain.fired().regularity() >= CLEAR_PRECISION;
        Choice best = clear || hits < Math.max(AnswerTest.MIN_ANSWERED, acts * MIN_SHARE_TO_GUARD)
                ? plain
                : guarded(trials, choices)
                        .map(guarded -> betterOf(plain, guarded, acts))
                        .orElse(plain);
        return best.candidate();
    }

    /** The same without any condition. */
    Optional<Candidate> plain(AnswerHabit always, double choices) {
        return plain(new Trials(always), choices).candidate();
    }

    private Choice plain(Trials trials, double choices) {
        return trials.longest().hits() < AnswerTest.MIN_ANSWERED
                ? new Choice(trials, delays.length - 1, new AnswerTest.Verdict(1, 1))
                : surest(trials, choices);
    }

    /** With the conditions under which it holds; empty where none clearly helps. */
    private Optional<Choice> guarded(Trials trials, double choices) {
        Fired prompt = trials.of(promptDelay(trials));
        AnswerHabit always = trials.habit;
        GuardSearch.Found found = guards.search(always.deed(), always.cause(), Firings.of(prompt));
        if (found.guards().isEmpty()) {
            return Optional.empty();
        }
        AnswerHabit habit = always.with(always.withinMillis(), found.guards());
        return Optional.of(surest(new Trials(habit, trials.moments), choices * found.tried()));
    }

    private static Choice betterOf(Choice plain, Choice guarded, int acts) {
        boolean better = plain.pValue() > WORTH_KEEPING
                || guarded.fired().score(acts) > plain.fired().score(acts) + WORTH_A_CONDITION;
        return better && guarded.pValue() <= WORTH_KEEPING ? guarded : plain;
    }

    /**
     * Of all delays the one whose habit is least likely by chance; or a longer one that is hardly likelier and has
     * clearly more answers, for who is mostly prompt is late at times.
     */
    private Choice surest(Trials trials, double choices) {
        List<Choice> all = IntStream.range(0, delays.length)
                .mapToObj(delay -> choice(trials, delay, choices))
                .toList();
        Choice least = all.stream()
                .reduce((one, other) -> Double.compare(other.pValue(), one.pValue()) < 0 ? other : one)
                .orElseThrow();
        double nearly = Math.min(WORTH_KEEPING, Math.pow(least.pValue(), NEARLY));
        Choice surest = least;
        for (Choice longer : all.subList(least.delay, all.size())) {
            boolean more =
                    longer.fired().hits() >= CLEARLY_MORE * surest.fired().hits();
            surest = more && longer.pValue() <= nearly ? longer : surest;
        }
        return surest;
    }

    private Choice choice(Trials trials, int delay, double choices) {
        return new Choice(
                trials, delay, test.of(trials.habit.deed(), trials.of(delay), delays[delay], choices * delays.length));
    }

    /** The shortest delay that has nearly all of the answers. */
    private int promptDelay(Trials trials) {
        int hits = trials.longest().hits();
        return IntStream.range(0, delays.length)
                .filter(i -> trials.of(i).hits() >= NEARLY_ALL * hits)
                .findFirst()
                .orElse(delays.length - 1);
    }

    /** One habit with one of the delays. It is replayed in full only where it is worth keeping, which few are. */
    private final class Choice {

        private final Trials trials;
        private final int delay;
        private final AnswerTest.Verdict verdict;

        Choice(Trials trials, int delay, AnswerTest.Verdict verdict) {
            this.trials = trials;
            this.delay = delay;
            this.verdict = verdict;
        }

        Fired fired() {
            return trials.of(delay);
        }

        double pValue() {
            return verdict.pValue();
        }

        Optional<Candidate> candidate() {
            return pValue() > WORTH_KEEPING
                    ? Optional.empty()
                    : Optional.of(new Candidate(
                            trials.habit.with(delays[delay], trials.habit.guards()),
                            verdict.pValue(),
                            verdict.chance(),
                            trials.answers.replay(learned, delays[delay])));
        }
    }

    /** What one habit would do with each of the delays, each found when it is asked for. */
    private final class Trials {

        private final AnswerHabit habit;
        private final long[] moments;
        private final Answers answers;
        private final @Nullable Fired[] made = new @Nullable Fired[delays.length];

        Trials(AnswerHabit habit) {
            this(habit, habit.moments(home, learned));
        }

        Trials(AnswerHabit habit, long[] moments) {
            this.habit = habit;
            this.moments = moments;
            this.answers = habit.answers(home, moments);
        }

        Fired of(int delay) {
            Fired known = made[delay];
            if (known == null) {
                known = answers.fired(delays[delay]);
                made[delay] = known;
            }
            return known;
        }

        Fired longest() {
            return of(delays.length - 1);
        }
    }
}
