package io.homeiq.mining.sun;

import io.homeiq.contracts.home.Location;
import java.util.OptionalLong;

/** When the sun's upper edge crosses the horizon of a place, as Home Assistant's astral library reckons it. */
final class Horizon {

    /** Half the sun's width, in degrees. */
    private static final double RADIUS_DEGREES = 0.2667;

    /** Below this height the air bends light by another formula. */
    private static final double LOW_DEGREES = -0.575;

    private static final double EARTH_RADIUS_METRES = 6_356_900;
    private static final double MILLIS_PER_DEGREE = 86_400_000 / 360.0;
    /** Each step brings the error down a hundredfold. */
    private static final int STEPS = 4;

    private final Location place;
    private final double depth;

    Horizon(Location place) {
        this.place = place;
        double height = Math.max(0, place.elevation());
        double dip = Math.toDegrees(Math.acos(EARTH_RADIUS_METRES / (EARTH_RADIUS_METRES + height)));
        double seen = RADIUS_DEGREES + dip;
        this.depth = Math.toRadians(seen + refraction(-seen));
    }

    /** By how many degrees the air lifts what stands so high, as NOAA's calculator has it for heights near zero. */
    private static double refraction(double degrees) {
        double seconds = degrees > LOW_DEGREES
                ? 1_735 + degrees * (-518.2 + degrees * (103.4 + degrees * (-12.79 + degrees * 0.711)))
                : -20.774 / Math.tan(Math.toRadians(degrees));
        return seconds / 3_600;
    }

    /** When the sun is highest, nearest to a moment in epoch milliseconds. */
    double noonNear(double millis) {
        return millis - hourAngle(millis, SolarPosition.at(millis)) * MILLIS_PER_DEGREE;
    }

    /**
     * The crossing on one side of a noon.
     *
     * @param side −1: before it, the rising; 1: after it, the setting
     * @return epoch milliseconds; empty where the sun stays up or down
     */
    OptionalLong crossing(double noon, int side) {
        double time = noon;
        for (int step = 0; step < STEPS; step++) {
            SolarPosition sun = SolarPosition.at(time);
            double cosine = cosineOfHalfDay(sun.declination());
            if (!(Math.abs(cosine) <= 1)) {
                return OptionalLong.empty();
            }
            double wanted = side * Math.toDegrees(Math.acos(cosine));
            time += Math.IEEEremainder(wanted - hourAngle(time, sun), 360) * MILLIS_PER_DEGREE;
        }
        return OptionalLong.of(Math.round(time));
    }

    private double cosineOfHalfDay(double declination) {
        double latitude = Math.toRadians(place.latitude());
        return (-Math.sin(depth) - Math.sin(latitude) * Math.sin(declination))
                / (Math.cos(latitude) * Math.cos(declination));
    }

    /** How far the sun is past its highest, −180 to 180 degrees. */
    private double hourAngle(double millis, SolarPosition sun) {
        double turned = millis % 86_400_000 / MILLIS_PER_DEGREE;
        return Math.IEEEremainder(turned - 180 + place.longitude() + sun.equationDegrees(), 360);
    }
}
