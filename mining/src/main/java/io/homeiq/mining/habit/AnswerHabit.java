package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.List;

/** People do it soon after something happened: a state changed, or a number crossed a limit. */
public sealed interface AnswerHabit extends Habit permits TriggerHabit, NumericThresholdHabit {

    /** The entity that is answered. */
    EntityId cause();

    /** How soon, in milliseconds. */
    long withinMillis();

    /** What must hold as well when it happens; empty: it holds always. */
    List<Guard> guards();

    /** When that happened in a range of days, whatever else held: epoch milliseconds, rising. */
    long[] moments(Household home, DayRange range);

    /** Its moments as they may be answered with any delay. */
    default Answers answers(Household home, long[] moments) {
        return new Answers(home, deed(), guards(), moments);
    }

    @Override
    default Replay replay(Household home, DayRange range) {
        return answers(home, moments(home, range)).replay(range, withinMillis());
    }

    /** The same with another delay and other conditions. */
    AnswerHabit with(long delayMillis, List<Guard> conditions);
}
