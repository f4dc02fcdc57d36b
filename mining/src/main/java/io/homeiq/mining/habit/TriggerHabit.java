package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;

/**
 * People do it soon after something else happened.
 *
 * @param to the state that the trigger entity takes, from any other that is known
 * @param withinMillis how soon
 * @param band the part of the day in which it holds
 */
record TriggerHabit(Deed deed, EntityId trigger, short to, long withinMillis, HourBand band) implements Habit {

    @Override
    public PatternKind kind() {
        return PatternKind.TRIGGER_ACTION;
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Replay replay = new Replay();
        Timeline triggers = home.timeline(trigger).orElseThrow();
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        long quietUntil = Long.MIN_VALUE;
        for (int i = triggers.firstAtOrAfter(start); i < triggers.size() && triggers.timeAt(i) < end; i++) {
            long time = triggers.timeAt(i);
            if (time < quietUntil
                    || !isTrigger(triggers, i)
                    || !band.contains(home.calendar().secondOfDay(time))) {
                continue;
            }
            // What the rule did at the first of several triggers in a row, it does not do again at the next.
            quietUntil = fire(replay, deeds, time) ? time + withinMillis : quietUntil;
        }
        countMissed(replay, home, deeds, start, end);
        return replay;
    }

    boolean isTrigger(Timeline triggers, int index) {
        return triggers.stateAt(index) == to && index > 0 && triggers.stateAt(index - 1) != StateNames.ABSENT;
    }

    /** Whether the rule would have changed anything. */
    private boolean fire(Replay replay, Timeline deeds, long time) {
        if (deeds.stateBefore(time) == deed.state()) {
            return false;
        }
        int act = deeds.firstAct(deed.state(), time + 1, time + withinMillis);
        if (act >= 0) {
            replay.agreed(time, deeds.timeAt(act), act);
        } else {
            replay.unwanted(time);
        }
        return true;
    }

    private void countMissed(Replay replay, Household home, Timeline deeds, long start, long end) {
        for (int i = deeds.firstAtOrAfter(start); i < deeds.size() && deeds.timeAt(i) < end; i++) {
            boolean done = deeds.isActAt(i)
                    && deeds.stateAt(i) == deed.state()
                    && !replay.explained().get(i);
            if (done && band.contains(home.calendar().secondOfDay(deeds.timeAt(i)))) {
                replay.missed(deeds.timeAt(i));
            }
        }
    }

    /**
     * How often the deed follows the same moments moved by whole days: what the daily rhythm of both explains without
     * any tie between them.
     *
     * @return 0 to 1, never quite 0
     */
    double chance(Household home, long[] firings, DayRange range) {
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        int tried = 0;
        int done = 0;
        for (long firing : firings) {
            for (int shift = -SHIFTED_DAYS; shift <= SHIFTED_DAYS; shift++) {
                long moved = firing + shift * DAY_MILLIS;
                boolean counts = shift != 0 && range.contains(home.calendar().dayOf(moved));
                if (counts && deeds.stateBefore(moved) != deed.state()) {
                    tried++;
                    done += deeds.firstAct(deed.state(), moved + 1, moved + withinMillis) >= 0 ? 1 : 0;
                }
            }
        }
        return (done + 1.0) / (tried + 2.0);
    }

    private static final int SHIFTED_DAYS = 7;
    private static final long DAY_MILLIS = 86_400_000L;
}
