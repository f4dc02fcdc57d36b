package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * People set several things together, in any order and at no special time: the first one asks for the others.
 *
 * @param members by entity, each of another one
 * @param triggers those of the members that are rarely set without the others
 */
public record SceneHabit(List<Deed> members, List<Deed> triggers) implements GroupHabit {

    /** How soon the others follow, in milliseconds. */
    static final long WITHIN_MILLIS = 20_000;

    /** After it set the scene, the rule does not set it again for so long, in milliseconds. */
    private static final long QUIET_MILLIS = 120_000;

    public SceneHabit {
        members = List.copyOf(members);
        triggers = List.copyOf(triggers);
    }

    @Override
    public PatternKind kind() {
        return PatternKind.SCENE;
    }

    @Override
    public Deed deed() {
        return members.getFirst();
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        long quietUntil = Long.MIN_VALUE;
        for (long time : starts(home, start, end)) {
            if (time >= quietUntil && fire(replay, home, time)) {
                quietUntil = time + QUIET_MILLIS;
            }
        }
        countMissed(replay, home, start, end);
        return replay;
    }

    /** When a trigger came to its state from another known one, whoever brought it there. */
    private long[] starts(Household home, long start, long end) {
        return triggers.stream()
                .flatMapToLong(trigger -> starts(home.timeline(trigger.entity()).orElseThrow(), trigger, start, end))
                .sorted()
                .toArray();
    }

    private static LongStream starts(Timeline timeline, Deed trigger, long start, long end) {
        return IntStream.range(timeline.firstAtOrAfter(start), timeline.firstAtOrAfter(end))
                .filter(i -> timeline.stateAt(i) == trigger.state()
                        && i > 0
                        && timeline.stateAt(i - 1) != StateNames.ABSENT
                        && timeline.stateAt(i - 1) != trigger.state())
                .mapToLong(timeline::timeAt);
    }

    /** Whether the rule would have changed anything. */
    private boolean fire(Replay replay, Household home, long time) {
        Together together = Together.at(home, members, time, WITHIN_MILLIS);
        if (together.needed() == 0) {
            return false;
        }
        if (together.isComplete()) {
            replay.agreed(time, together.last());
            together.claim(replay.claims(), home, members, time - Bursts.WHOLE_MILLIS);
        } else {
            replay.unwanted(time);
        }
        return true;
    }

    /** Times at which people set it all though the rule would not have. */
    private void countMissed(Replay replay, Household home, long start, long end) {
        Timeline timeline = home.timeline(deed().entity()).orElseThrow();
        for (int i = timeline.firstAtOrAfter(start); i < timeline.firstAtOrAfter(end); i++) {
            long time = timeline.timeAt(i);
            boolean alone = timeline.isActAt(i)
                    && timeline.stateAt(i) == deed().state()
                    && !replay.claims().of(deed().entity()).get(i);
            if (alone && Together.allDone(home, members, time - WITHIN_MILLIS, time + WITHIN_MILLIS)) {
                replay.missed(time);
            }
        }
    }
}
