package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.AnswerHabit;
import io.homeiq.mining.habit.Answers;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Comparator;
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
        Replays replays = new Replays(always);
        Candidate plain = plain(replays, choices);
        int hits = replays.longest().hits();
        boolean clear = plain.learned().regularity() >= CLEAR_PRECISION;
        return clear || hits < Math.max(AnswerTest.MIN_ANSWERED, acts * MIN_SHARE_TO_GUARD)
                ? plain
                : guarded(replays, choices)
                        .map(guarded -> betterOf(plain, guarded, acts))
                        .orElse(plain);
    }

    /** The same without any condition. */
    Candidate plain(AnswerHabit always, double choices) {
        return plain(new Replays(always), choices);
    }

    private Candidate plain(Replays replays, double choices) {
        return replays.longest().hits() < AnswerTest.MIN_ANSWERED
                ? new Candidate(replays.habit, 1, 1, replays.longest())
                : surest(replays, choices);
    }

    /** With the conditions under which it holds; empty where none clearly helps. */
    private Optional<Candidate> guarded(Replays replays, double choices) {
        Replay prompt = replays.of(promptDelay(replays));
        AnswerHabit always = replays.habit;
        GuardSearch.Found found = guards.search(always.deed(), always.cause(), Firings.of(prompt));
        if (found.guards().isEmpty()) {
            return Optional.empty();
        }
        AnswerHabit habit = always.with(always.withinMillis(), found.guards());
        return Optional.of(surest(new Replays(habit, replays.moments), choices * found.tried()));
    }

    private static Candidate betterOf(Candidate plain, Candidate guarded, int acts) {
        boolean better = plain.pValue() > WORTH_KEEPING
                || guarded.learned().score(acts) > plain.learned().score(acts) + WORTH_A_CONDITION;
        return better && guarded.pValue() <= WORTH_KEEPING ? guarded : plain;
    }

    /** Of all delays the one whose habit is least likely by chance. */
    private Candidate surest(Replays replays, double choices) {
        return IntStream.range(0, delays.length)
                .mapToObj(i -> test.of(replays.with(i), replays.of(i), delays[i], choices * delays.length))
                .min(Comparator.comparingDouble(Candidate::pValue))
                .orElseThrow();
    }

    /** The shortest delay that has nearly all of the answers. */
    private int promptDelay(Replays replays) {
        int hits = replays.longest().hits();
        return IntStream.range(0, delays.length)
                .filter(i -> replays.of(i).hits() >= NEARLY_ALL * hits)
                .findFirst()
                .orElse(delays.length - 1);
    }

    /** The replays of one habit with each of the delays, each made when it is asked for. */
    private final class Replays {

        private final AnswerHabit habit;
        private final long[] moments;
        private final Answers answers;
        private final @Nullable Replay[] made = new @Nullable Replay[delays.length];

        Replays(AnswerHabit habit) {
            this(habit, habit.moments(home, learned));
        }

        Replays(AnswerHabit habit, long[] moments) {
            this.habit = habit;
            this.moments = moments;
            this.answers = habit.answers(home, moments);
        }

        AnswerHabit with(int delay) {
            return habit.with(delays[delay], habit.guards());
        }

        Replay of(int delay) {
            Replay known = made[delay];
            if (known == null) {
                known = answers.replay(learned, delays[delay]);
                made[delay] = known;
            }
            return known;
        }

        Replay longest() {
            return of(delays.length - 1);
        }
    }
}
