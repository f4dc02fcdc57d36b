package io.homeiq.mining.repair;

import java.util.List;
import java.util.function.Predicate;

/**
 * How likely it is, by what was seen, that people want something else since some day, and what (Bayes): each explanation is weighed with each day as the
 * first of the new ways. The weights are logarithms, each with its prior.
 */
final class Explanations {

    /** How likely people change their ways on a day. */
    private static final double CHANGE_A_DAY = 0.01;

    private static final double MOST_CHANGE = 0.5;

    /** The share of the runs at which it must be wanted. */
    private static final double LEAST_WANTED = 0.2;

    private static final int LEAST_RUNS = 7;

    /** After so many days, every kind of day was seen, and most weather. */
    private static final int EVERY_KIND_OF_DAY = 10;

    private final List<Sighting> sightings;
    private final double[] wantedBefore;
    private final Odds odds;

    Explanations(List<Sighting> sightings, Odds odds) {
        this.sightings = sightings;
        this.odds = odds;
        this.wantedBefore = new double[sightings.size() + 1];
        for (int i = 0; i < sightings.size(); i++) {
            wantedBefore[i + 1] = wantedBefore[i] + odds.wanted(sightings.get(i));
        }
    }

    /** Nothing has changed. */
    double unchanged() {
        double change = Math.min(MOST_CHANGE, CHANGE_A_DAY * days());
        return Math.log(1 - change) + wantedBefore[sightings.size()];
    }

    private long days() {
        return sightings.stream().mapToInt(Sighting::day).distinct().count();
    }

    /**
     * Something has, on whichever day.
     *
     * @param prior of the new ways among all others, 0 to 1
     */
    double changed(double prior, NewWays since) {
        return Math.log(CHANGE_A_DAY) + Math.log(prior) + Weights.sum(byFirst(since));
    }

    /**
     * The same of new ways under which it is wanted at times that need not come again. Not counted are first days long ago since when it hardly was: that is no condition.
     *
     * @param wanted whether it is at a run
     */
    double changed(double prior, NewWays since, Predicate<Sighting> wanted) {
        double[] weights = byFirst(since);
        int last = sightings.getLast().day();
        int times = 0;
        for (int i = weights.length - 1; i >= 0; i--) {
            times += wanted.test(sightings.get(i)) ? 1 : 0;
            int runs = weights.length - i;
            boolean hardly = runs >= LEAST_RUNS && times < LEAST_WANTED * runs;
            if (hardly && last - sightings.get(i).day() >= EVERY_KIND_OF_DAY) {
                weights[i] = Double.NEGATIVE_INFINITY;
            }
        }
        return Math.log(CHANGE_A_DAY) + Math.log(prior) + Weights.sum(weights);
    }

    /** The position of the likeliest first sighting under the new ways. */
    int likeliestFirst(NewWays since) {
        double[] weights = byFirst(since);
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        return best;
    }

    private double[] byFirst(NewWays since) {
        double[] weights = new double[sightings.size()];
        Tally tally = new Tally(odds);
        for (int i = sightings.size() - 1; i >= 0; i--) {
            since.tell(sightings.get(i), tally);
            boolean opens =
                    i == 0 || sightings.get(i - 1).day() != sightings.get(i).day();
            weights[i] = opens ? wantedBefore[i] + tally.weight() : Double.NEGATIVE_INFINITY;
        }
        return weights;
    }

    Odds odds() {
        return odds;
    }

    List<Sighting> sightings() {
        return sightings;
    }
}
