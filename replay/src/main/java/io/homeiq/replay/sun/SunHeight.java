package io.homeiq.replay.sun;

import io.homeiq.contracts.home.Location;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;

/**
 * Where the sun stands as seen from a place, by the method of astral 2.2, which looks at whole seconds.
 *
 * @param elevation degrees above the horizon, with what the air adds
 * @param azimuth degrees clockwise from the north
 */
public record SunHeight(double elevation, double azimuth) {

    private static final double STRAIGHT_ABOVE = 0.001;

    static SunHeight at(Location place, Instant moment) {
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        double hours = time.getHour() + time.getMinute() / 60.0 + time.getSecond() / 3_600.0;
        double day = time.toLocalDate().getLong(JulianFields.JULIAN_DAY) - 0.5;
        SolarPosition sun = SolarPosition.at(SolarPosition.century(day + hours / 24.0));
        double fix = sun.equationOfTime() - 4.0 * -place.longitude();
        double minutes = time.getHour() * 60.0 + time.getMinute() + time.getSecond() / 60.0 + fix;
        while (minutes > 1_440) {
            minutes -= 1_440;
        }
        double angle = minutes / 4.0 - 180.0;
        return of(clamped(place.latitude()), sun.declination(), angle < -180 ? angle + 360.0 : angle);
    }

    private static double clamped(double latitude) {
        return Math.max(-SunTimes.MAX_LATITUDE, Math.min(SunTimes.MAX_LATITUDE, latitude));
    }

    private static SunHeight of(double latitude, double declination, double hourAngle) {
        double phi = Math.toRadians(latitude);
        double delta = Math.toRadians(declination);
        double cosine =
                Math.sin(phi) * Math.sin(delta) + Math.cos(phi) * Math.cos(delta) * Math.cos(Math.toRadians(hourAngle));
        double zenith = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
        double azimuth = azimuth(phi, delta, Math.toRadians(zenith), hourAngle);
        return new SunHeight(90.0 - (zenith - Refraction.atZenith(zenith)), azimuth < 0 ? azimuth + 360.0 : azimuth);
    }

    private static double azimuth(double phi, double delta, double zenith, double hourAngle) {
        double denominator = Math.cos(phi) * Math.sin(zenith);
        if (Math.abs(denominator) <= STRAIGHT_ABOVE) {
            return phi > 0 ? 180.0 : 0.0;
        }
        double cosine = (Math.sin(phi) * Math.cos(zenith) - Math.sin(delta)) / denominator;
        double azimuth = 180.0 - Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
        return hourAngle > 0 ? -azimuth : azimuth;
    }
}
