package io.homeiq.mining.repair;

import io.homeiq.mining.timeline.LocalDays;
import java.util.List;
import java.util.function.IntPredicate;

/** Whether what people want now was seen on workdays and at weekends, so that it is known to be the same on both. */
record KindsOfDay(LocalDays calendar) {

    private static final int SATURDAY = 6;

    /**
     * Whether the runs that tell what people want fall on both kinds, as far as any runs do.
     *
     * @param all the runs
     * @param telling those of them that tell
     */
    boolean areSeen(List<Sighting> all, List<Sighting> telling) {
        return isSeen(all, telling, this::isWeekend) && isSeen(all, telling, day -> !isWeekend(day));
    }

    private boolean isWeekend(int day) {
        return calendar.weekdayOf(day).getValue() >= SATURDAY;
    }

    private static boolean isSeen(List<Sighting> all, List<Sighting> telling, IntPredicate kind) {
        return any(telling, kind) || !any(all, kind);
    }

    private static boolean any(List<Sighting> sightings, IntPredicate kind) {
        return sightings.stream().mapToInt(Sighting::day).anyMatch(kind);
    }
}
