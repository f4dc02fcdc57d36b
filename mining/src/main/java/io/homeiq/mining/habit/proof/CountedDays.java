package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.drift.DueTime;
import io.homeiq.mining.drift.ExceptionalDays;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which opportunities count for a habit or against it: those on days of this household's own, save when it was ill, had
 * guests or kept a feast, as far as its habits tell together.
 */
public final class CountedDays {

    private final Household home;
    private final ExceptionalDays exceptional;

    private CountedDays(Household home, ExceptionalDays exceptional) {
        this.home = home;
        this.exceptional = exceptional;
    }

    /** While nothing is known of the habits together. */
    public static CountedDays allLived(Household home) {
        return new CountedDays(home, ExceptionalDays.NONE);
    }

    /**
     * What the habits of a home tell together.
     *
     * @param habits that chance does not explain, none of them another view of the same acts
     * @param heldOut the days after those they were learned from
     */
    public static CountedDays of(Household home, Collection<Candidate> habits, DayRange heldOut) {
        Map<EntityId, Candidate> byEntity = new LinkedHashMap<>();
        for (Candidate habit : habits) {
            byEntity.merge(
                    habit.habit().deed().entity(),
                    habit,
                    (one, other) -> other.learned().hits() > one.learned().hits() ? other : one);
        }
        List<List<DueTime>> due = byEntity.values().stream()
                .map(habit -> due(home, habit, heldOut))
                .toList();
        return new CountedDays(home, ExceptionalDays.of(due));
    }

    private static List<DueTime> due(Household home, Candidate habit, DayRange heldOut) {
        TreeMap<Integer, DueTime> days = new TreeMap<>();
        Replay.FiringVisitor note = (time, agreed) -> {
            int day = home.calendar().dayOf(time);
            int second = home.calendar().secondOfDay(time);
            if (home.days().isLived(day)) {
                days.merge(
                        day,
                        new DueTime(day, second, agreed),
                        (one, other) ->
                                new DueTime(day, Math.min(one.second(), other.second()), one.kept() || other.kept()));
            }
        };
        habit.learned().eachOpportunity(note);
        habit.habit().replay(home, heldOut).eachOpportunity(note);
        return new ArrayList<>(days.values());
    }

    /** Whether what happened or not at a time, in epoch milliseconds, counts. */
    boolean has(long time) {
        int day = home.calendar().dayOf(time);
        return home.days().isLived(day)
                && exceptional.counts(day, home.calendar().secondOfDay(time));
    }

    /** Whether all of a day counts. */
    boolean hasAll(int day) {
        return home.days().isLived(day) && exceptional.isUsual(day);
    }

    /** The days on which the household did not live as it does, all day or for a part of it, in order. */
    public List<LocalDate> exceptional() {
        return exceptional.days().stream().map(home.calendar()::dateOf).toList();
    }

    /** What of a replay counts. */
    Replay of(Replay replay) {
        return replay.onlyAt(this::has);
    }

    public void write(MemoryWriter out) throws IOException {
        exceptional.write(out);
    }

    /**
     * Those that were written.
     *
     * @param home the one of which they were
     */
    public static CountedDays read(MemoryReader in, Household home) throws IOException {
        return new CountedDays(home, ExceptionalDays.read(in));
    }
}
