package io.homeiq.contracts.synergy;

/**
 * How often one change follows another, beside how often it follows the same moments on other days, which is what the daily
 * rhythm of both explains without any tie between them. Counts, so that it can be kept and is the same when it comes back.
 *
 * @param occasions at which the first change happened and the second one was possible
 * @param followed of these, where somebody made the second change soon after; at most {@code occasions}
 * @param acts how often somebody made the second change at all; at least {@code followed}
 * @param compared the same moments on other days at which the second change was possible
 * @param comparedFollowed of these, where it was made soon after; at most {@code compared}
 */
public record Correlation(int occasions, int followed, int acts, int compared, int comparedFollowed) {

    /** Nothing speaks for it. */
    public static final Correlation NONE = new Correlation(0, 0, 0, 0, 0);

    public Correlation {
        boolean counted = followed >= 0 && followed <= occasions && followed <= acts;
        if (!counted || comparedFollowed < 0 || comparedFollowed > compared) {
            throw new IllegalArgumentException("of " + occasions + " occasions and " + acts + " acts, " + followed
                    + " cannot have followed; nor " + comparedFollowed + " of " + compared);
        }
    }

    /** The share of the occasions at which it followed, 0 to 1. */
    public double share() {
        return occasions == 0 ? 0 : (double) followed / occasions;
    }

    /** How likely it follows any such moment, 0 to 1, never quite 0 (Laplace's rule of succession). */
    public double chance() {
        return (comparedFollowed + 1.0) / (compared + 2.0);
    }
}
