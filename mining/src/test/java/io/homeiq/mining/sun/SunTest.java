package io.homeiq.mining.sun;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.SunEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {

    private static final int TOLERANCE_MILLIS = 60_000;

    private static Sun over(double latitude, double longitude, double elevation, String zone) {
        return new Sun(new Location(latitude, longitude, elevation), ZoneId.of(zone));
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** The times are those of the library that Home Assistant reckons with. */
    @ParameterizedTest(name = "{3} {4}")
    @CsvSource({
        "52.37, 4.89, 0, Europe/Amsterdam, 2026-01-05, 2026-01-05T07:49:52Z, 2026-01-05T15:42:04Z",
        "52.37, 4.89, 0, Europe/Amsterdam, 2026-06-21, 2026-06-21T03:18:26Z, 2026-06-21T20:06:05Z",
        "52.37, 4.89, 0, Europe/Amsterdam, 2026-10-31, 2026-10-31T06:34:37Z, 2026-10-31T16:12:39Z",
        "-0.18, -78.47, 2850, America/Guayaquil, 2026-03-20, 2026-03-20T11:12:44Z, 2026-03-20T23:29:46Z",
        "-33.87, 151.21, 20, Australia/Sydney, 2026-01-05, 2026-01-04T18:49:56Z, 2026-01-05T09:10:35Z",
        "61.22, -149.9, 30, America/Anchorage, 2026-06-21, 2026-06-21T12:17:38Z, 2026-06-22T07:45:20Z",
        "69.65, 18.96, 0, Europe/Oslo, 2026-10-31, 2026-10-31T07:06:23Z, 2026-10-31T13:47:50Z"
    })
    void risesAndSetsWithinAMinuteOfTheKnownTimes(
            double latitude, double longitude, double elevation, String zone, String date, String rise, String set) {
        // Given
        Sun sun = over(latitude, longitude, elevation, zone);

        // When
        SunDay found = sun.on(day(date));

        // Then
        assertThat(found.rise().getAsLong() - Instant.parse(rise).toEpochMilli())
                .isBetween(-(long) TOLERANCE_MILLIS, (long) TOLERANCE_MILLIS);
        assertThat(found.set().getAsLong() - Instant.parse(set).toEpochMilli())
                .isBetween(-(long) TOLERANCE_MILLIS, (long) TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05", "2026-06-21"})
    void neitherRisesNorSetsOnPolarDays(String date) {
        // Given
        Sun sun = over(69.65, 18.96, 0, "Europe/Oslo");

        // When
        SunDay found = sun.on(day(date));

        // Then
        assertThat(found.rise()).isEmpty();
        assertThat(found.set()).isEmpty();
        assertThat(sun.isDark(Instant.parse(date + "T12:00:00Z").toEpochMilli()))
                .isFalse();
    }

    @Test
    void itIsDarkFromSunsetToSunrise() {
        // Given
        Sun sun = over(52.37, 4.89, 0, "Europe/Amsterdam");

        // When
        int day = day("2026-03-01");
        long rise = sun.at(SunEvent.SUNRISE, day).orElseThrow();
        long set = sun.at(SunEvent.SUNSET, day).orElseThrow();

        // Then
        assertThat(sun.isDark(rise - 1)).isTrue();
        assertThat(sun.isDark(rise)).isFalse();
        assertThat(sun.isDark(set - 1)).isFalse();
        assertThat(sun.isDark(set)).isTrue();
        assertThat(sun.isDark(set + 5 * 3_600_000)).isTrue();
    }

    @Test
    void aSunsetBeyondMidnightBelongsToTheDayBefore() {
        // Given a place where the midsummer sun sets after twelve by the clock
        Sun sun = over(64.84, -147.7, 0, "America/Anchorage");

        // When
        int day = day("2026-06-21");
        long set = sun.at(SunEvent.SUNSET, day).orElseThrow();
        LocalDate date =
                Instant.ofEpochMilli(set).atZone(ZoneId.of("America/Anchorage")).toLocalDate();

        // Then
        assertThat(date).isEqualTo(LocalDate.parse("2026-06-22"));
        assertThat(sun.isDark(set - 60_000)).isFalse();
        assertThat(sun.isDark(set + 60_000)).isTrue();
    }
}
