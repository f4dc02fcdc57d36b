package io.homeiq.simulation.score;

import java.util.Set;

/**
 * How well it is told that a person did something, be it by hand or through Home Assistant.
 *
 * @param right told and true
 * @param invented told, but not true
 * @param overlooked true, but not told
 */
public record AttributionScore(long right, long invented, long overlooked) {

    public static final AttributionScore NOTHING = new AttributionScore(0, 0, 0);

    private static final Set<String> BY_PEOPLE = Set.of("person", "physical");

    /** The score with one more change, of which this cause was told and that one is true. */
    public AttributionScore with(String told, String truth) {
        boolean says = BY_PEOPLE.contains(told);
        boolean is = BY_PEOPLE.contains(truth);
        return new AttributionScore(
                right + (says && is ? 1 : 0), invented + (says && !is ? 1 : 0), overlooked + (!says && is ? 1 : 0));
    }

    public AttributionScore plus(AttributionScore other) {
        return new AttributionScore(right + other.right, invented + other.invented, overlooked + other.overlooked);
    }

    /** The harmonic mean of precision and recall, 0 to 1; 1 if there was nothing to tell and nothing was told. */
    public double f1() {
        long all = 2 * right + invented + overlooked;
        return all == 0 ? 1 : 2.0 * right / all;
    }
}
