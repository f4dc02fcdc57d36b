package io.homeiq.simulation;

import java.time.Instant;
import java.util.List;

/**
 * What is really the case in a simulated home.
 *
 * @param benchVersion of HomePatternBench; 0 for the plain sample home
 * @param nullHome true: nothing was planted, so whatever is found is false
 * @param start inclusive
 * @param end exclusive
 * @param days local days between both
 * @param planted with every occurrence that the log holds
 * @param oddities what happened against all habit, in order of time
 * @param causes of each event, in the order of {@link SimulatedHome#events}; of kind unknown for events that are no change
 *     of a state
 */
public record Truth(
        int benchVersion,
        long seed,
        boolean nullHome,
        Instant start,
        Instant end,
        int days,
        List<PlantedRoutine> planted,
        List<Oddity> oddities,
        List<TrueCause> causes) {

    public Truth {
        planted = List.copyOf(planted);
        oddities = List.copyOf(oddities);
        causes = List.copyOf(causes);
        if (nullHome && !planted.isEmpty()) {
            throw new IllegalArgumentException("nothing is planted in a null home, was: " + planted.size());
        }
    }
}
