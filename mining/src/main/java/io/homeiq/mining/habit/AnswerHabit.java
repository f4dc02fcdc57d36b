package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import java.util.List;

/** People do it soon after something happened: a state changed, or a number crossed a limit. */
sealed interface AnswerHabit extends Habit permits TriggerHabit, NumericThresholdHabit {

    /** The entity that is answered. */
    EntityId cause();

    /** How soon, in milliseconds. */
    long withinMillis();

    /** What must hold as well when it happens; empty: it holds always. */
    List<Guard> guards();

    /** The same with another delay and other conditions. */
    AnswerHabit with(long delayMillis, List<Guard> conditions);
}
