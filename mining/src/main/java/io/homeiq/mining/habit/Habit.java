package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;

/** A regularity of one deed that could be done by a rule instead. */
sealed interface Habit permits ClockHabit, TriggerHabit {

    PatternKind kind();

    Deed deed();

    /** What its rule would have done on these days. */
    Replay replay(Household home, DayRange range);
}
