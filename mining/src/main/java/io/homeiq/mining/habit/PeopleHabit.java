package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Optional;

/**
 * People do it when somebody comes or goes, goes to bed or gets up.
 *
 * @param answer to the change that tells of it
 * @param forgotten whether they end what they left on, some minutes after they left
 */
public record PeopleHabit(TriggerHabit answer, boolean forgotten) implements Habit {

    @Override
    public PatternKind kind() {
        return forgotten ? PatternKind.DURATION : PatternKind.PRESENCE;
    }

    @Override
    public Deed deed() {
        return answer.deed();
    }

    @Override
    public Optional<EntityId> triggeredBy() {
        return answer.triggeredBy();
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        return answer.replay(home, range);
    }
}
