package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * People do it soon after something else happened.
 *
 * @param to the state that the trigger entity takes, from any other that is known
 * @param withinMillis how soon
 * @param guards what must hold as well when it happens; empty: it holds always
 */
public record TriggerHabit(Deed deed, EntityId trigger, short to, long withinMillis, List<Guard> guards)
        implements AnswerHabit {

    private static final int INITIAL_CAPACITY = 64;

    public TriggerHabit {
        guards = List.copyOf(guards);
    }

    @Override
    public PatternKind kind() {
        return PatternKind.TRIGGER_ACTION;
    }

    @Override
    public Optional<EntityId> triggeredBy() {
        return Optional.of(trigger);
    }

    @Override
    public long[] moments(Household home, DayRange range) {
        Timeline triggers = home.timeline(trigger).orElseThrow();
        int end = triggers.firstAtOrAfter(home.calendar().startOf(range.last() + 1));
        long[] times = new long[INITIAL_CAPACITY];
        int count = 0;
        for (int i = triggers.firstAtOrAfter(home.calendar().startOf(range.first())); i < end; i++) {
            if (isTrigger(triggers, i)) {
                times = count < times.length ? times : Arrays.copyOf(times, 2 * count);
                times[count++] = triggers.timeAt(i);
            }
        }
        return Arrays.copyOf(times, count);
    }

    @Override
    public EntityId cause() {
        return trigger;
    }

    @Override
    public TriggerHabit with(long delayMillis, List<Guard> conditions) {
        return new TriggerHabit(deed, trigger, to, delayMillis, conditions);
    }

    public boolean isTrigger(Timeline triggers, int index) {
        return triggers.stateAt(index) == to && index > 0 && triggers.stateAt(index - 1) != StateNames.ABSENT;
    }
}
