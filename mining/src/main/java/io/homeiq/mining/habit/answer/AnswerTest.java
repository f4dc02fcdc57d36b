package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Habit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;

/**
 * Whether a deed follows some moments more often than chance. The null hypothesis: it follows them as often as it follows
 * the same time of day on other days, so a shared daily rhythm or a popular device proves nothing; and as often as it
 * follows a state that has lasted as long.
 */
public record AnswerTest(Household home, DayRange learned) {

    /** Of fewer answers nothing can be told. */
    static final int MIN_ANSWERED = 6;

    private static final double MIN_PRECISION = 0.5;

    /**
     * The candidate with its p-value.
     *
     * @param withinMillis how soon the habit has it follow
     * @param choices how many habits it was chosen from
     */
    public Candidate of(Habit habit, Replay replay, long withinMillis, double choices) {
        boolean hopeless = replay.hits() < MIN_ANSWERED || replay.regularity() < MIN_PRECISION;
        if (hopeless) {
            return new Candidate(habit, 1, 1, replay);
        }
        double rhythm = new BaseRate(home, learned, 0, withinMillis).of(habit.deed(), replay.firings());
        double lasting = new LastingRate(home, learned, habit.deed()).of(replay.firings(), withinMillis);
        double chance = Math.max(rhythm, lasting);
        double p = Binomial.upperTail(replay.hits(), replay.opportunities(), chance);
        return new Candidate(habit, Math.min(1, p * choices), chance, replay);
    }
}
