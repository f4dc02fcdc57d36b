package io.homeiq.mining.statistics;

/**
 * Times of day on the circle of 24 hours, where 23:55 and 00:05 are ten minutes apart. Mean and spread after Mardia and
 * Jupp, Directional Statistics (2000), section 2.2 and 2.3. All values are seconds.
 */
public final class CircularTime {

    public static final int DAY_SECONDS = 86_400;

    private CircularTime() {}

    /**
     * The direction of the mean of the unit vectors.
     *
     * @param secondsOfDay at least one
     * @return 0 (inclusive) to 86,400 (exclusive)
     */
    public static double mean(int... secondsOfDay) {
        if (secondsOfDay.length == 0) {
            throw new IllegalArgumentException("no mean of no times");
        }
        double sine = 0;
        double cosine = 0;
        for (int second : secondsOfDay) {
            double angle = second * 2 * Math.PI / DAY_SECONDS;
            sine += Math.sin(angle);
            cosine += Math.cos(angle);
        }
        double mean = Math.atan2(sine, cosine) * DAY_SECONDS / (2 * Math.PI);
        double inDay = mean < 0 ? mean + DAY_SECONDS : mean;
        return inDay >= DAY_SECONDS ? 0 : inDay;
    }

    /** The root of the mean squared distance from a time of day. */
    public static double spread(double centre, int... secondsOfDay) {
        double sum = 0;
        for (int second : secondsOfDay) {
            double distance = difference(second, centre);
            sum += distance * distance;
        }
        return Math.sqrt(sum / Math.max(1, secondsOfDay.length));
    }

    /** From one time of day to another the shorter way round: −43,200 (inclusive) to 43,200 (exclusive). */
    public static double difference(double to, double from) {
        double turned = (to - from + DAY_SECONDS / 2.0) % DAY_SECONDS;
        return (turned < 0 ? turned + DAY_SECONDS : turned) - DAY_SECONDS / 2.0;
    }
}
