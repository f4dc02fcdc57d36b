package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Location;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the sun crosses the horizon on a day, to about a minute: the low-accuracy formulas of the Astronomical Almanac
 * (mean longitude and anomaly, ecliptic longitude, declination, equation of time). Where it does not cross on that
 * day, the moment at which it comes nearest. {@link StrictMath} gives the same result everywhere.
 *
 * @param rise microseconds since 1970
 * @param set microseconds since 1970
 */
public record SunTimes(long rise, long set) {

    /** The sun's upper edge touches the horizon, bent by the air, when its centre is this low. */
    private static final double HORIZON_DEGREES = -0.833;

    private static final long J2000 = 946_728_000L * Micros.SECOND;
    private static final long DAY = 24 * Micros.HOUR;
    private static final double MICROS_PER_DEGREE = DAY / 360.0;

    /** Where the sun stands in the sky of the whole earth: degrees north, and how far sundials run ahead of clocks. */
    private record Sky(double declination, double equationDegrees) {

        static Sky at(long micros) {
            double days = (micros - J2000) / (double) DAY;
            double longitude = 280.460 + 0.9856474 * days;
            double anomaly = StrictMath.toRadians(357.528 + 0.9856003 * days);
            double ecliptic = StrictMath.toRadians(
                    longitude + 1.915 * StrictMath.sin(anomaly) + 0.020 * StrictMath.sin(2 * anomaly));
            double obliquity = StrictMath.toRadians(23.439 - 0.0000004 * days);
            double declination = StrictMath.asin(StrictMath.sin(obliquity) * StrictMath.sin(ecliptic));
            double ascension = StrictMath.toDegrees(
                    StrictMath.atan2(StrictMath.cos(obliquity) * StrictMath.sin(ecliptic), StrictMath.cos(ecliptic)));
            return new Sky(declination, StrictMath.IEEEremainder(longitude - ascension, 360));
        }
    }

    static SunTimes of(LocalDate date, ZoneId zone, Location location) {
        long wall = Micros.of(date.atTime(LocalTime.NOON).atZone(zone).toInstant());
        long noon = noonNear(wall, location);
        double latitude = StrictMath.toRadians(location.latitude());
        double declination = Sky.at(noon).declination();
        double cosine = (StrictMath.sin(StrictMath.toRadians(HORIZON_DEGREES))
                        - StrictMath.sin(latitude) * StrictMath.sin(declination))
                / (StrictMath.cos(latitude) * StrictMath.cos(declination));
        double halfDay = StrictMath.toDegrees(StrictMath.acos(Math.clamp(cosine, -1, 1)));
        long half = (long) (halfDay * MICROS_PER_DEGREE);
        return new SunTimes(noon - half, noon + half);
    }

    /** When the sun is highest, nearest to the moment. */
    private static long noonNear(long wall, Location location) {
        double hourAngle = hourAngle(location, wall, Sky.at(wall));
        return wall - (long) (hourAngle * MICROS_PER_DEGREE);
    }

    /** How far the sun is past its highest point, -180 to 180 degrees. */
    private static double hourAngle(Location location, long micros, Sky sky) {
        double sinceMidnight = Math.floorMod(micros, DAY) / MICROS_PER_DEGREE;
        return StrictMath.IEEEremainder(sinceMidnight - 180 + location.longitude() + sky.equationDegrees(), 360);
    }

    /** How high the sun's centre stands, in degrees. */
    static double altitude(Location location, long micros) {
        Sky sky = Sky.at(micros);
        double latitude = StrictMath.toRadians(location.latitude());
        double angle = StrictMath.toRadians(hourAngle(location, micros, sky));
        return StrictMath.toDegrees(StrictMath.asin(StrictMath.sin(latitude) * StrictMath.sin(sky.declination())
                + StrictMath.cos(latitude) * StrictMath.cos(sky.declination()) * StrictMath.cos(angle)));
    }
}
