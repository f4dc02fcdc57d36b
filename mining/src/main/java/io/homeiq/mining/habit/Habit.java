package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Optional;

/** A regularity of one deed that could be done by a rule instead. */
public sealed interface Habit permits DailyHabit, AnswerHabit, DurationHabit, PeopleHabit, GroupHabit {

    PatternKind kind();

    Deed deed();

    /** The entity whose change of state leads to it; empty where time, the sun or a number does. */
    default Optional<EntityId> triggeredBy() {
        return Optional.empty();
    }

    /** What its rule would have done on these days. */
    Replay replay(Household home, DayRange range);
}
