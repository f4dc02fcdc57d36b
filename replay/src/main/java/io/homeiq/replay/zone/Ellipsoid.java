package io.homeiq.replay.zone;

import org.jspecify.annotations.Nullable;

/**
 * How far apart two places on the Earth are: the inverse method of T. Vincenty, "Direct and Inverse Solutions of
 * Geodesics on the Ellipsoid" (Survey Review, 1975), on the ellipsoid of WGS 84, rounded to millimetres as
 * Home Assistant does.
 */
final class Ellipsoid {

    private static final double EQUATOR_METRES = 6_378_137;
    private static final double POLE_METRES = 6_356_752.314245;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final int MAX_STEPS = 200;
    private static final double CLOSE_ENOUGH = 1e-12;
    private static final double MILLIMETRES_IN_A_METRE = 1_000;

    private Ellipsoid() {}

    /** Metres between two places in degrees; null for places so far opposite that the method finds no end. */
    static @Nullable Double metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        if (latitude == otherLatitude && longitude == otherLongitude) {
            return 0.0;
        }
        double here = reduced(latitude);
        double there = reduced(otherLatitude);
        double difference = Math.toRadians(otherLongitude - longitude);
        double lambda = difference;
        for (int step = 0; step < MAX_STEPS; step++) {
            double east = Math.cos(there) * Math.sin(lambda);
            double north = Math.cos(here) * Math.sin(there) - Math.sin(here) * Math.cos(there) * Math.cos(lambda);
            double sinSigma = Math.sqrt(east * east + north * north);
            if (sinSigma == 0) {
                return 0.0;
            }
            double cosSigma = Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(lambda);
            double sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(here) * Math.cos(there) * Math.sin(lambda) / sinSigma;
            double squared = 1 - sinAlpha * sinAlpha;
            // Along the equator there is no middle latitude.
            double middle = squared == 0 ? 0 : cosSigma - 2 * Math.sin(here) * Math.sin(there) / squared;
            double c = FLATTENING / 16 * squared * (4 + FLATTENING * (4 - 3 * squared));
            double before = lambda;
            double bend = middle + c * cosSigma * (2 * middle * middle - 1);
            lambda = difference + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * bend);
            if (Math.abs(lambda - before) < CLOSE_ENOUGH) {
                return rounded(length(squared, sinSigma, cosSigma, sigma, middle));
            }
        }
        return null;
    }

    private static double reduced(double latitude) {
        return Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(latitude)));
    }

    private static double length(double squared, double sinSigma, double cosSigma, double sigma, double middle) {
        double pole = POLE_METRES * POLE_METRES;
        double ratio = squared * (EQUATOR_METRES * EQUATOR_METRES - pole) / pole;
        double a = 1 + ratio / 16_384 * (4_096 + ratio * (-768 + ratio * (320 - 175 * ratio)));
        double b = ratio / 1_024 * (256 + ratio * (-128 + ratio * (74 - 47 * ratio)));
        double square = middle * middle;
        double outer = b / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * square - 3);
        double correction = b * sinSigma * (middle + b / 4 * (cosSigma * (2 * square - 1) - outer));
        return POLE_METRES * a * (sigma - correction);
    }

    private static double rounded(double metres) {
        return Math.rint(metres * MILLIMETRES_IN_A_METRE) / MILLIMETRES_IN_A_METRE;
    }
}
