package io.homeiq.mining.habit;

/**
 * A habit that stood out in the learned days.
 *
 * @param pValue how likely it is to look this regular by chance, corrected for the windows that were tried to find it
 * @param chance how likely one firing would be agreed with by chance
 * @param learned its replay over the learned days
 */
public record Candidate(Habit habit, double pValue, double chance, Replay learned) {

    /** The acts that the rule would have done. The first step of a sequence stays with people. */
    public Claims claims() {
        return habit instanceof GroupHabit
                ? learned.claims()
                : Claims.of(habit.deed().entity(), learned.explained());
    }

    /** The same numbers told of another habit. */
    public Candidate as(Habit other) {
        return new Candidate(other, pValue, chance, learned);
    }

    /** All acts that belong to it, also the one that begins a sequence. */
    public Claims acts() {
        Claims all = Claims.of(habit.deed().entity(), learned.explained());
        all.addAll(learned.claims());
        return all;
    }

    /** The share of its acts that another candidate explains as well, 0 to 1. */
    public double overlap(Candidate other) {
        Claims own = claims();
        return (double) own.common(other.claims()) / Math.max(1, own.size());
    }
}
