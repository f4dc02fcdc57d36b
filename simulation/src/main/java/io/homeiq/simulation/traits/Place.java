package io.homeiq.simulation.traits;

import io.homeiq.contracts.home.Location;
import io.homeiq.simulation.house.Tongue;
import java.time.ZoneId;
import java.util.List;

/** Where a home may stand: on both sides of the equator, with and without changes of the clock. */
public record Place(ZoneId zone, Location location, Tongue tongue) {

    /** As many as the benchmark knows. */
    public static final List<Place> ALL = List.of(
            of("Europe/Amsterdam", 52.1, 5.1, Tongue.DUTCH),
            of("Europe/Berlin", 48.1, 11.6, Tongue.GERMAN),
            of("Europe/Paris", 45.8, 4.8, Tongue.FRENCH),
            of("Europe/Madrid", 40.4, -3.7, Tongue.SPANISH),
            of("Europe/Stockholm", 59.3, 18.1, Tongue.SWEDISH),
            of("Europe/London", 53.5, -2.2, Tongue.ENGLISH),
            of("America/New_York", 40.7, -74.0, Tongue.ENGLISH),
            of("America/Denver", 39.7, -105.0, Tongue.ENGLISH),
            of("America/Los_Angeles", 47.6, -122.3, Tongue.ENGLISH),
            of("Australia/Sydney", -33.9, 151.2, Tongue.ENGLISH),
            of("Pacific/Auckland", -41.3, 174.8, Tongue.ENGLISH),
            of("America/Santiago", -33.4, -70.7, Tongue.SPANISH),
            of("Africa/Johannesburg", -33.9, 18.4, Tongue.ENGLISH),
            of("Asia/Kolkata", 19.1, 72.9, Tongue.ENGLISH),
            of("Asia/Tokyo", 35.7, 139.7, Tongue.ENGLISH),
            of("Asia/Singapore", 1.3, 103.8, Tongue.ENGLISH));

    private static Place of(String zone, double latitude, double longitude, Tongue tongue) {
        return new Place(ZoneId.of(zone), new Location(latitude, longitude), tongue);
    }
}
