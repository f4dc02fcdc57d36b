package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTimesTest {

    /** Published times are rounded to the minute. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2026-06-21, Europe/Amsterdam, 52.37, 4.90, 2026-06-21T03:18:00Z, 2026-06-21T20:06:00Z",
        "2026-12-21, Europe/Amsterdam, 52.37, 4.90, 2026-12-21T07:48:00Z, 2026-12-21T15:29:00Z",
        "2026-03-20, Africa/Nairobi, -1.29, 36.82, 2026-03-20T03:37:00Z, 2026-03-20T15:43:00Z",
        "2026-12-21, Australia/Sydney, -33.87, 151.21, 2026-12-20T18:41:00Z, 2026-12-21T09:05:00Z"
    })
    void areThoseOfTheAlmanac(
            LocalDate date, ZoneId zone, double latitude, double longitude, Instant rise, Instant set) {
        SunTimes sun = SunTimes.of(date, zone, new Location(latitude, longitude));

        assertThat(Duration.between(rise, Micros.instant(sun.rise())).abs()).isLessThan(TOLERANCE);
        assertThat(Duration.between(set, Micros.instant(sun.set())).abs()).isLessThan(TOLERANCE);
    }

    @Test
    void whereTheSunDoesNotSetTheDayLastsTheWholeDay() {
        SunTimes sun = SunTimes.of(LocalDate.of(2026, 6, 21), ZoneId.of("Europe/Oslo"), new Location(69.6, 18.9));

        assertThat(sun.set() - sun.rise()).isEqualTo(24 * Micros.HOUR);
    }

    @Test
    void theSunStandsAtTheHorizonWhenItRises() {
        Location home = new Location(52.1, 5.1);
        SunTimes sun = SunTimes.of(LocalDate.of(2026, 2, 1), ZoneId.of("Europe/Amsterdam"), home);

        assertThat(SunTimes.altitude(home, sun.rise())).isBetween(-1.0, -0.6);
        assertThat(SunTimes.altitude(home, (sun.rise() + sun.set()) / 2)).isBetween(20.0, 22.0);
    }
}
