package io.homeiq.mining.habit.daily;

import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.SunHabit;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Tells by which of two daily habits people live: the likelihood ratio of the same acts under a normal spread around
 * either moment, each with its own width (a robust one: the median absolute deviation, Hampel 1974).
 */
final class ClockOrSun {

    /** How much likelier, as a logarithm, the second view must make the acts: the clock is the plainer one. */
    private static final double CLEARLY = 2;

    /** The further from sunrise or sunset, in seconds, the less people care for it: so far for one more of it. */
    private static final double CARELESS = 20 * 60;

    /** Nobody is more punctual, in seconds; without it a machine's schedule would have no width at all. */
    private static final double LEAST_SPREAD = 20;

    /** From the median distance to the spread of a bell curve. */
    private static final double BELL = 1.4826;

    private final Household home;

    ClockOrSun(Household home) {
        this.home = home;
    }

    /** Whether the acts that either explains lie clearly closer around the new one than around the old one. */
    boolean isCloser(Candidate fresh, Candidate known) {
        BitSet acts = (BitSet) fresh.learned().explained().clone();
        acts.or(known.learned().explained());
        double gain = Math.log(spread(known, acts) / spread(fresh, acts));
        return acts.cardinality() * gain >= CLEARLY + surprise(fresh) - surprise(known);
    }

    private static double surprise(Candidate candidate) {
        return candidate.habit() instanceof SunHabit sun ? Math.abs(sun.offset()) / CARELESS : 0;
    }

    private double spread(Candidate candidate, BitSet acts) {
        DailyHabit habit = (DailyHabit) candidate.habit();
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        double[] distances = acts.stream()
                .mapToObj(act -> habit.frame().placeOf(home, timeline.timeAt(act)))
                .flatMap(place -> place.stream())
                .mapToDouble(place -> CircularTime.difference(place.second(), habit.second()))
                .toArray();
        // The middle of the distances tells more than their squares: some acts belong to neither view.
        return Math.max(LEAST_SPREAD, BELL * middle(absolute(distances, middle(distances))));
    }

    private static double[] absolute(double[] values, double centre) {
        return Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray();
    }

    /** The median; 0 of none. */
    private static double middle(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
