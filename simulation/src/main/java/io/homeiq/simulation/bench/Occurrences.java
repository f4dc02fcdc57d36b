package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.simulation.TrueCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** When each habit was followed, as the log tells: what belongs to one time that it was followed counts once. */
final class Occurrences {

    /** Between two steps of one time that a habit is followed. */
    private static final Duration TOGETHER = Duration.ofMinutes(4);

    private final Map<String, SortedSet<Instant>> steps = new HashMap<>();

    void note(HomeEvent event, TrueCause cause) {
        if (cause.routine() != null) {
            steps.computeIfAbsent(cause.routine(), id -> new TreeSet<>()).add(event.time());
        }
    }

    /**
     * The times of one habit, in order.
     *
     * @param several whether it has more than one step
     */
    List<Instant> of(String habit, boolean several) {
        SortedSet<Instant> all = steps.getOrDefault(habit, new TreeSet<>());
        if (!several) {
            return List.copyOf(all);
        }
        List<Instant> begins = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Instant step : all) {
            if (last.equals(Instant.MIN) || Duration.between(last, step).compareTo(TOGETHER) > 0) {
                begins.add(step);
            }
            last = step;
        }
        return begins;
    }
}
