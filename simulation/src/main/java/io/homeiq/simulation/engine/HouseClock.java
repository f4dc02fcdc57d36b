package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The clock on the wall of the home, and its sun. */
public record HouseClock(LocalDate firstDay, ZoneId zone, Location location) {

    /** The day of this number, counted from 0. */
    public Day day(int number) {
        LocalDate date = firstDay.plusDays(number);
        return new Day(number, date, zone, SunTimes.of(date, zone, location));
    }

    public ZonedDateTime dateTimeAt(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, Micros.SECOND)).atZone(zone);
    }

    /** What the wall shows, to the second. */
    public LocalTime timeAt(long micros) {
        return dateTimeAt(micros).toLocalTime();
    }

    /** How high the sun stands, in degrees; negative: below the horizon. */
    public double sunAltitudeAt(long micros) {
        return SunTimes.altitude(location, micros);
    }
}
