package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;

/**
 * People do one thing after the other, each within minutes, at no special time: the first step asks for the others.
 *
 * @param members the steps in order, each of another entity
 */
public record SequenceHabit(List<Deed> members) implements GroupHabit {

    /** From one step to the next, in milliseconds. */
    public static final long GAP_MILLIS = 300_000;

    public SequenceHabit {
        members = List.copyOf(members);
    }

    @Override
    public PatternKind kind() {
        return PatternKind.SEQUENCE;
    }

    @Override
    public Deed deed() {
        return members.getFirst();
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        Timeline first = home.timeline(deed().entity()).orElseThrow();
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        long quietUntil = Long.MIN_VALUE;
        for (int i = first.firstAtOrAfter(start); i < first.size() && first.timeAt(i) < end; i++) {
            boolean begins = first.stateAt(i) == deed().state()
                    && i > 0
                    && first.stateAt(i - 1) != StateNames.ABSENT
                    && first.stateAt(i - 1) != deed().state();
            if (begins && first.timeAt(i) >= quietUntil) {
                quietUntil = fire(replay, home, i, first.timeAt(i));
            }
        }
        return replay;
    }

    /** Follows the steps from the first one; until when the rule would be busy. */
    private long fire(Replay replay, Household home, int begin, long time) {
        Claims claims = new Claims();
        long last = time;
        int needed = 0;
        for (Deed step : members.subList(1, members.size())) {
            Timeline timeline = home.timeline(step.entity()).orElseThrow();
            if (!step.isDoneBefore(home, timeline, time)) {
                needed++;
                int act = timeline.firstAct(step.state(), last + 1, last + GAP_MILLIS);
                if (act < 0) {
                    replay.unwanted(time);
                    return time + GAP_MILLIS;
                }
                claims.add(step.entity(), act);
                last = timeline.timeAt(act);
            }
        }
        if (needed > 0) {
            replay.agreed(time, last, begin);
            replay.claims().addAll(claims);
        }
        return last;
    }
}
