package io.homeiq.pattern.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightlyTimesTest {

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        // An ordinary night; standard and summer time
        "Europe/Amsterdam, 2026-01-10T12:00:00Z, 2026-01-11T02:00:00Z",
        "Europe/Amsterdam, 2026-07-10T12:00:00Z, 2026-07-11T01:00:00Z",
        // Clocks go from 02:00 to 03:00: that is the first moment that shows three
        "Europe/Amsterdam, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        // Clocks go from 03:00 back to 02:00: three comes once, an hour later
        "Europe/Amsterdam, 2026-10-24T12:00:00Z, 2026-10-25T02:00:00Z",
        // Clocks went from 24:00 to 01:00, when it still had summer time, and back
        "America/Sao_Paulo, 2018-11-03T12:00:00Z, 2018-11-04T05:00:00Z",
        "America/Sao_Paulo, 2018-02-17T12:00:00Z, 2018-02-18T06:00:00Z",
        "America/Sao_Paulo, 2026-11-01T12:00:00Z, 2026-11-02T06:00:00Z",
        // Half an hour forward and back, at 02:00
        "Australia/Lord_Howe, 2026-10-03T10:00:00Z, 2026-10-03T16:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T10:00:00Z, 2026-04-04T16:30:00Z",
        // Clocks go from 03:00 to 04:00: three is skipped, and the first moment after it counts
        "Europe/Athens, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        // Clocks go from 04:00 back to 03:00: three comes twice, and the first counts
        "Europe/Athens, 2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
        "UTC, 2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z"
    })
    void isTheFirstMomentThatShowsThree(String zone, Instant now, Instant expected) {
        // Given
        NightlyTimes times = new NightlyTimes(ZoneId.of(zone));

        // When
        Instant next = times.firstAfter(now);

        // Then
        assertThat(next).isEqualTo(expected);
        assertThat(times.lastUntil(next)).isEqualTo(next);
        assertThat(times.lastUntil(next.minusMillis(1))).isBefore(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Amsterdam", "America/Sao_Paulo", "Australia/Lord_Howe", "Europe/Athens", "Asia/Beirut"})
    void everyDateOfYearsHasOneNight(String zone) {
        // Given
        ZoneId home = ZoneId.of(zone);
        NightlyTimes times = new NightlyTimes(home);
        Instant moment = Instant.parse("2016-01-01T12:00:00Z");
        Instant end = Instant.parse("2027-01-01T12:00:00Z");

        // When
        List<Instant> nights = new ArrayList<>();
        for (Instant next = times.firstAfter(moment); next.isBefore(end); next = times.firstAfter(next)) {
            nights.add(next);
        }

        // Then
        assertThat(nights)
                .extracting(night -> night.atZone(home).toLocalDate())
                .doesNotHaveDuplicates()
                .hasSize(4018);
        assertThat(nights).extracting(night -> night.atZone(home).getHour()).allMatch(hour -> hour == 3 || hour == 4);
    }

    @Test
    void aRepeatedThreeIsNoSecondNight() {
        // Given the second 03:00 of the night in Athens
        NightlyTimes times = new NightlyTimes(ZoneId.of("Europe/Athens"));
        Instant second = Instant.parse("2026-10-25T01:00:00Z");

        // Then
        assertThat(times.lastUntil(second)).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(times.firstAfter(second)).isEqualTo(Instant.parse("2026-10-26T01:00:00Z"));
    }
}
