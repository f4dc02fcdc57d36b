package io.homeiq.mining.repair;

import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Picks the runs of which it is known what people thought of them. */
final class Sightings {

    /** Runs from longer ago say little of what people want now. */
    private static final int DAYS = 60;

    private final Household home;
    private final Circumstances circumstances;
    private final HandActs acts;

    Sightings(Household home, Circumstances circumstances, HandActs acts) {
        this.home = home;
        this.circumstances = circumstances;
        this.acts = acts;
    }

    /**
     * Those that count.
     *
     * @param since from when the automation is in place as it is, in epoch milliseconds
     */
    List<Sighting> of(List<Work> works, long since) {
        List<Sighting> sightings = new ArrayList<>();
        if (home.days().isEmpty()) {
            return sightings;
        }
        long last = home.days().lastTime();
        for (Work work : works) {
            int day = home.calendar().dayOf(work.ranAt());
            boolean settled = !work.hasActed() || work.isUndone() || work.actedAt() + WorkLog.SOON.toMillis() <= last;
            boolean recent = work.ranAt() >= since && day > home.days().all().last() - DAYS;
            boolean seen = work.isUndone() || home.days().isLived(day) && !circumstances.isEmptyHome(work.ranAt());
            if (settled && recent && seen) {
                sightings.add(new Sighting(day, work.ranAt(), work.hasActed(), work.isUndone(), isDone(work), 1));
            }
        }
        Map<Integer, Long> perDay = sightings.stream()
                .filter(Sighting::acted)
                .collect(Collectors.groupingBy(Sighting::day, Collectors.counting()));
        sightings.replaceAll(each -> each.amongst(perDay.getOrDefault(each.day(), 1L)));
        return sightings;
    }

    private boolean isDone(Work work) {
        return !work.hasActed()
                && acts.within(Shift.JUST_BEFORE.from(work.ranAt()), Shift.JUST_BEFORE.to(work.ranAt()))
                        .isPresent();
    }
}
