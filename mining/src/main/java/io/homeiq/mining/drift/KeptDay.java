package io.homeiq.mining.drift;

/**
 * How a habit was kept on one day.
 *
 * @param day epoch day of the home's calendar
 * @param kept how often people did it when it was due
 * @param left how often they did not
 */
public record KeptDay(int day, double kept, double left) {

    /** What people do on one day hangs together: it tells no more than so many independent occasions. */
    private static final double MOST = 2;

    public KeptDay {
        if (!(kept >= 0 && left >= 0 && kept + left > 0)) {
            throw new IllegalArgumentException("a day tells nothing of a habit that was kept " + kept
                    + " times and left out " + left + " times on it");
        }
    }

    double weight() {
        return Math.min(1, MOST / (kept + left));
    }
}
