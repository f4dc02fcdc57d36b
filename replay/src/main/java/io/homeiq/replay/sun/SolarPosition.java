package io.homeiq.replay.sun;

import static java.lang.Math.asin;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/**
 * Where the sun stands at a moment, after the formulas of NOAA's solar calculator (Meeus, Astronomical Algorithms, 1998,
 * chapter 25) with the coefficients of astral 2.2.
 *
 * @param declination degrees north
 * @param equationOfTime by how many minutes a sundial is ahead of an even clock
 */
record SolarPosition(double declination, double equationOfTime) {

    private static final double J2000 = 2_451_545.0;
    private static final double DAYS_PER_CENTURY = 36_525.0;

    /**
     * The position at a moment.
     *
     * @param century Julian centuries since 2000, see {@link #century(double)}
     */
    static SolarPosition at(double century) {
        double t = century;
        double longitude = floorMod(280.46646 + t * (36_000.76983 + 0.0003032 * t));
        double anomaly = toRadians(357.52911 + t * (35_999.05029 - 0.0001537 * t));
        double node = toRadians(125.04 - 1_934.136 * t);
        double tilt = toRadians(meanTilt(t) + 0.00256 * cos(node));
        double apparent = longitude + centre(t, anomaly) - 0.00569 - 0.00478 * sin(node);
        double declination = toDegrees(asin(sin(tilt) * sin(toRadians(apparent))));
        return new SolarPosition(declination, equation(t, toRadians(longitude), anomaly, tilt));
    }

    static double century(double julianDay) {
        return (julianDay - J2000) / DAYS_PER_CENTURY;
    }

    static double julianDay(double century) {
        return century * DAYS_PER_CENTURY + J2000;
    }

    private static double floorMod(double degrees) {
        double rest = degrees % 360.0;
        return rest < 0 ? rest + 360.0 : rest;
    }

    private static double meanTilt(double t) {
        double seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813));
        return 23.0 + (26.0 + seconds / 60.0) / 60.0;
    }

    private static double centre(double t, double anomaly) {
        return sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
                + sin(anomaly + anomaly) * (0.019993 - 0.000101 * t)
                + sin(anomaly + anomaly + anomaly) * 0.000289;
    }

    private static double equation(double t, double longitude, double anomaly, double tilt) {
        double e = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
        double half = tan(tilt / 2.0);
        double y = half * half;
        double radians = y * sin(2.0 * longitude)
                - 2.0 * e * sin(anomaly)
                + 4.0 * e * y * sin(anomaly) * cos(2.0 * longitude)
                - 0.5 * y * y * sin(4.0 * longitude)
                - 1.25 * e * e * sin(2.0 * anomaly);
        return toDegrees(radians) * 4.0;
    }
}
