package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Optional;

/**
 * People end something after it has lasted for about so long.
 *
 * @param during the state that it is ended from
 * @param millis how long it lasts
 * @param toleranceMillis how much shorter or longer is the same habit
 */
public record DurationHabit(Deed deed, short during, long millis, long toleranceMillis) implements Habit {

    @Override
    public PatternKind kind() {
        return PatternKind.DURATION;
    }

    @Override
    public Optional<EntityId> triggeredBy() {
        return Optional.of(deed.entity());
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        int from = timeline.firstAtOrAfter(home.calendar().startOf(range.first()));
        int until = timeline.firstAtOrAfter(home.calendar().startOf(range.last() + 1));
        for (int i = from; i < until && i + 1 < timeline.size(); i++) {
            if (timeline.stateAt(i) == during) {
                end(replay, timeline, i);
            }
        }
        return replay;
    }

    /** What ended before the rule would have come to it was no occasion for it. */
    private void end(Replay replay, Timeline timeline, int begin) {
        long due = timeline.timeAt(begin) + millis;
        long ended = timeline.timeAt(begin + 1);
        boolean byHand = timeline.isActAt(begin + 1) && timeline.stateAt(begin + 1) == deed.state();
        if (ended > due + toleranceMillis) {
            replay.unwanted(due);
        } else if (ended >= due - toleranceMillis) {
            if (byHand) {
                replay.agreed(due, ended, begin + 1);
            } else {
                replay.idle(due);
            }
        } else if (byHand) {
            replay.missed(ended);
        }
    }
}
