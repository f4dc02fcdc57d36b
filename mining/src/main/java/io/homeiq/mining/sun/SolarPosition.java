package io.homeiq.mining.sun;

/**
 * Where the sun stands as seen from the centre of the earth, after the solar calculator of NOAA, which follows Meeus,
 * Astronomical Algorithms (1998), chapter 25; good to some seconds from 1900 to 2100.
 *
 * @param declination how far north of the equator, in radians
 * @param equationDegrees how far a sundial runs ahead of an even clock, in degrees of the earth's turn
 */
record SolarPosition(double declination, double equationDegrees) {

    private static final double J2000_MILLIS = 946_728_000_000.0;
    private static final double CENTURY_MILLIS = 36_525 * 86_400_000.0;

    static SolarPosition at(double millis) {
        double t = (millis - J2000_MILLIS) / CENTURY_MILLIS;
        double longitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
        double mean = Math.toRadians(longitude % 360);
        double anomaly = Math.toRadians((357.52911 + t * (35_999.05029 - t * 0.0001537)) % 360);
        double node = Math.toRadians((125.04 - 1_934.136 * t) % 360);
        double apparent = Math.toRadians((longitude + centre(t, anomaly)) % 360 - 0.00569 - 0.00478 * Math.sin(node));
        double seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813));
        double tilt = Math.toRadians(23 + (26 + seconds / 60) / 60 + 0.00256 * Math.cos(node));
        double declination = Math.asin(Math.sin(tilt) * Math.sin(apparent));
        return new SolarPosition(declination, equation(t, mean, anomaly, tilt));
    }

    /** How far the sun is ahead of one that runs evenly, in degrees. */
    private static double centre(double t, double anomaly) {
        return Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
                + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t)
                + Math.sin(3 * anomaly) * 0.000289;
    }

    private static double equation(double t, double mean, double anomaly, double tilt) {
        double e = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
        double y = Math.tan(tilt / 2) * Math.tan(tilt / 2);
        return Math.toDegrees(y * Math.sin(2 * mean)
                - 2 * e * Math.sin(anomaly)
                + 4 * e * y * Math.sin(anomaly) * Math.cos(2 * mean)
                - 0.5 * y * y * Math.sin(4 * mean)
                - 1.25 * e * e * Math.sin(2 * anomaly));
    }
}
