package io.homeiq.replay.sun;

import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.SunEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The times of sunrise and sunset by the method of astral 2.2, which Home Assistant uses: two passes over the hour
 * angle, beginning at midnight UTC of a date. Times that differ from the true ones by a minute are thus the same ones.
 */
public final class SunTimes {

    /** The sun's half width, as astral takes it. */
    private static final double RADIUS_DEGREES = 32.0 / (60.0 * 2.0);

    static final double MAX_LATITUDE = 89.8;
    private static final double EARTH_RADIUS_METRES = 6_356_900;
    private static final int MAX_DAYS_AHEAD = 366;
    private static final double JULIAN_DAY_STARTS_AT_NOON = 0.5;

    private final Location place;
    private final ZoneId zone;

    public SunTimes(Location place, ZoneId zone) {
        this.place = place;
        this.zone = zone;
    }

    /** The event of a date, or null if the sun does not reach the horizon then; to the microsecond. */
    public @Nullable Instant on(SunEvent event, LocalDate date) {
        return transit(date, 90.0 + RADIUS_DEGREES, event == SunEvent.SUNRISE);
    }

    /** The first event after a moment, moved by an offset, or null if there is none within a year. */
    public @Nullable Instant next(SunEvent event, Instant after, Duration offset) {
        return next(date -> on(event, date), after, offset);
    }

    /** The first time after a moment at which the sun passes a height, in degrees, or null if it does not in a year. */
    public @Nullable Instant nextAtHeight(double height, boolean rising, Instant after) {
        return next(date -> transit(date, 90.0 - height, rising), after, Duration.ZERO);
    }

    /** The first time after a moment at which the sun is highest; astral cuts it off to the second. */
    public @Nullable Instant nextNoon(Instant after) {
        return next(this::noon, after, Duration.ZERO);
    }

    /** The first time after a moment at which the sun is lowest; astral cuts it off to the second. */
    public @Nullable Instant nextMidnight(Instant after) {
        return next(this::midnight, after, Duration.ZERO);
    }

    private @Nullable Instant next(Function<LocalDate, @Nullable Instant> times, Instant after, Duration offset) {
        LocalDate today = after.atZone(zone).toLocalDate();
        for (int day = -1; day <= MAX_DAYS_AHEAD; day++) {
            Instant time = times.apply(today.plusDays(day));
            if (time != null && time.plus(offset).isAfter(after)) {
                return time.plus(offset);
            }
        }
        return null;
    }

    private Instant noon(LocalDate date) {
        double equation =
                SolarPosition.at(SolarPosition.century(julianMidnight(date))).equationOfTime();
        return cutOff(date, (720.0 - 4 * place.longitude() - equation) / 60.0);
    }

    private Instant midnight(LocalDate date) {
        double century = SolarPosition.century(julianMidnight(date) + 0.5 - place.longitude() / 360.0);
        double equation = SolarPosition.at(century).equationOfTime();
        return cutOff(date, (-place.longitude() * 4.0 - equation) / 60.0);
    }

    /** Hours, minutes and seconds are each cut off towards zero. */
    private static Instant cutOff(LocalDate date, double hours) {
        int hour = (int) hours;
        int minute = (int) ((hours - hour) * 60);
        int second = (int) (((hours - hour) * 60 - minute) * 60);
        return date.atStartOfDay(ZoneOffset.UTC)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .toInstant();
    }

    private static double julianMidnight(LocalDate date) {
        return date.getLong(JulianFields.JULIAN_DAY) - JULIAN_DAY_STARTS_AT_NOON;
    }

    /** Where the sun stands at a moment. */
    public SunHeight heightAt(Instant moment) {
        return SunHeight.at(place, moment);
    }

    private @Nullable Instant transit(LocalDate date, double zenith, boolean rising) {
        double dip = dip();
        double refraction = Refraction.atZenith(zenith + dip);
        double century = SolarPosition.century(julianMidnight(date));
        double first = minutes(century, zenith + dip - refraction, rising);
        double later = SolarPosition.century(SolarPosition.julianDay(century) + first / 1_440.0);
        double minutes = minutes(later, zenith + dip + refraction, rising);
        return Double.isNaN(minutes) ? null : moment(date, minutes);
    }

    /** Minutes after midnight UTC at which the sun passes an angle; NaN if it never does. */
    private double minutes(double century, double zenith, boolean rising) {
        SolarPosition sun = SolarPosition.at(century);
        double latitude = Math.toRadians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, place.latitude())));
        double declination = Math.toRadians(sun.declination());
        double cosine = (Math.cos(Math.toRadians(zenith)) - Math.sin(latitude) * Math.sin(declination))
                / (Math.cos(latitude) * Math.cos(declination));
        double angle = Math.toDegrees(Math.acos(cosine));
        double delta = -place.longitude() - (rising ? angle : -angle);
        return 720.0 + 4.0 * delta - sun.equationOfTime();
    }

    /** How much farther one sees from a height, in degrees. */
    private double dip() {
        double height = place.elevation();
        return height <= 0 ? 0 : Math.toDegrees(Math.acos(EARTH_RADIUS_METRES / (EARTH_RADIUS_METRES + height)));
    }

    private static Instant moment(LocalDate date, double minutes) {
        int days = (int) (minutes / 1_440);
        double seconds = (minutes - days * 1_440) * 60;
        long whole = (long) seconds;
        long micros = (long) ((seconds - whole) * 1_000_000);
        return date.atStartOfDay(ZoneOffset.UTC)
                .plusDays(days)
                .plusSeconds(whole)
                .plus(micros, ChronoUnit.MICROS)
                .toInstant();
    }
}
