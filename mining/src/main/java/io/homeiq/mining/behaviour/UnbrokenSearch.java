package io.homeiq.mining.behaviour;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Finds what a device with a sensor of its own does: at about the same time or light each day without a gap, while the
 * state that it sets is always ended by a machine.
 */
final class UnbrokenSearch {

    private static final int LEAST_DAYS = 6;

    /** So many of the days but one, for a log loses some and begins within a day. */
    private static final double UNBROKEN = 0.98;

    /** All but a few lie within such a band. */
    private static final double BAND_SECONDS = 40 * 60;

    private static final double ENDED_BY_MACHINE = 0.9;

    /** What a device begins by itself, people may well end every night. */
    private static final Set<String> RESTING = Set.of("off", "closed", "closing", "locked", "locking");

    private static final Attribution DEVICE = new Attribution(Cause.UNKNOWN, null, null, 0.85, false);

    private UnbrokenSearch() {}

    /**
     * Looks at one deed.
     *
     * @param byMachine whether a machine is known to have made the change at an index of the timeline
     */
    static List<Regularity> search(OpenActs acts, Household home, IntPredicate byMachine) {
        if (RESTING.contains(home.states().nameOf(acts.state()))) {
            return List.of();
        }
        Timeline timeline = acts.timeline();
        Set<Integer> days = new HashSet<>();
        int ended = 0;
        int endedByMachine = 0;
        for (int i = 0; i < acts.size(); i++) {
            days.add(home.calendar().dayOf(acts.timeOf(i)));
            int end = acts.indices()[i] + 1;
            if (end < timeline.size()) {
                ended++;
                endedByMachine += byMachine.test(end) ? 1 : 0;
            }
        }
        DayRange all = home.days().all();
        boolean unbroken = days.size() >= LEAST_DAYS && days.size() >= UNBROKEN * all.days() - 1;
        return unbroken && endedByMachine >= ENDED_BY_MACHINE * ended && isNarrow(acts, home)
                ? List.of(new Unbroken(acts.entity(), acts.state(), DEVICE))
                : List.of();
    }

    private static boolean isNarrow(OpenActs acts, Household home) {
        return isNarrow(acts, time -> AtClock.secondOfDay(home.calendar(), time))
                || isNarrow(
                        acts, time -> AtSun.since(home, SunEvent.SUNSET, time).orElse(Double.NaN))
                || isNarrow(
                        acts, time -> AtSun.since(home, SunEvent.SUNRISE, time).orElse(Double.NaN));
    }

    private static boolean isNarrow(OpenActs acts, ToDoubleFunction<Long> place) {
        double[] places = Arrays.stream(acts.indices())
                .mapToDouble(i -> place.applyAsDouble(acts.timeline().timeAt(i)))
                .sorted()
                .toArray();
        int least = (int) (places.length * 0.03);
        return places[places.length - 1 - least] - places[least] <= BAND_SECONDS;
    }
}
