package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static Day day(int year, int month, int dayOfMonth) {
        return new HouseClock(LocalDate.of(year, month, dayOfMonth), ZONE, new Location(52, 5)).day(0);
    }

    @Test
    void isShorterInSpringAndLongerInAutumn() {
        Day spring = day(2026, 3, 29);
        Day autumn = day(2026, 10, 25);

        assertThat(spring.end() - spring.start()).isEqualTo(23 * Micros.HOUR);
        assertThat(autumn.end() - autumn.start()).isEqualTo(25 * Micros.HOUR);
    }

    @Test
    void aTimeThatTheClockSkipsIsAnHourLater() {
        assertThat(Micros.instant(day(2026, 3, 29).at(LocalTime.of(2, 30))))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void aTimeShownTwiceIsTheFirst() {
        assertThat(Micros.instant(day(2026, 10, 25).at(LocalTime.of(2, 30))))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void microsecondsAreKept() {
        Instant time = Instant.parse("1969-12-31T23:59:59.123456Z");

        assertThat(Micros.instant(Micros.of(time))).isEqualTo(time);
    }
}
