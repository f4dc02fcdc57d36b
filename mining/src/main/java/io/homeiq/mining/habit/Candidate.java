package io.homeiq.mining.habit;

import java.util.BitSet;

/**
 * A habit that stood out in the learned days.
 *
 * @param pValue how likely it is to look this regular by chance, corrected for the windows that were tried to find it
 * @param chance how likely one firing would be agreed with by chance
 * @param learned its replay over the learned days
 */
record Candidate(Habit habit, double pValue, double chance, Replay learned) {

    /** The share of its acts that another candidate explains as well, 0 to 1. */
    double overlap(Candidate other) {
        BitSet common = (BitSet) learned.explained().clone();
        common.and(other.learned().explained());
        return (double) common.cardinality() / Math.max(1, learned.explained().cardinality());
    }
}
