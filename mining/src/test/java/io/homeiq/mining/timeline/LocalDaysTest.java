package io.homeiq.mining.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalDaysTest {

    private static final long TWENTY_YEARS_MILLIS = 20L * 365 * 86_400_000;

    @Test
    void tellsTheClockOnTheWallHoweverTheQuestionsJumpAcrossTheYears() {
        // Given
        long seed = 17;
        Random random = new Random(seed);
        long start = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();
        for (String name : List.of("Europe/Amsterdam", "Australia/Sydney", "America/New_York", "Asia/Kolkata")) {
            ZoneId zone = ZoneId.of(name);
            LocalDays days = new LocalDays(zone);
            for (int i = 0; i < 500; i++) {
                // When
                long time = start + random.nextLong(TWENTY_YEARS_MILLIS);

                // Then
                ZonedDateTime wall = Instant.ofEpochMilli(time).atZone(zone);
                assertThat(days.secondOfDay(time))
                        .as("%s in %s, seed %d", wall, name, seed)
                        .isEqualTo(wall.toLocalTime().toSecondOfDay());
                assertThat(days.dayOf(time)).isEqualTo((int) wall.toLocalDate().toEpochDay());
            }
        }
    }

    @Test
    void theOffsetChangesInTheVeryMillisecondInWhichTheClocksDo() {
        // Given
        LocalDays days = new LocalDays(ZoneId.of("Europe/Amsterdam"));
        long spring = Instant.parse("2026-03-29T01:00:00Z").toEpochMilli();

        // When
        int before = days.secondOfDay(spring - 1);
        int after = days.secondOfDay(spring);
        int again = days.secondOfDay(spring - 1);

        // Then
        assertThat(before).isEqualTo(2 * 3_600 - 1).isEqualTo(again);
        assertThat(after).isEqualTo(3 * 3_600);
    }

    @Test
    void daysThatShareAPlaceInMemoryAreToldApart() {
        // Given
        LocalDays days = new LocalDays(ZoneId.of("UTC"));

        // When
        long one = days.startOf(20_000);
        long other = days.startOf(20_000 + 4_096);

        // Then
        assertThat(one).isEqualTo(20_000 * 86_400_000L).isEqualTo(days.startOf(20_000));
        assertThat(other).isEqualTo(24_096 * 86_400_000L);
    }

    @Test
    void aTimeOfDayIsWhereTheCalendarHasItAlsoWhereTheClocksChange() {
        // Given
        long seed = 23;
        Random random = new Random(seed);
        int first = (int) LocalDate.of(2016, 1, 1).toEpochDay();
        for (String name : List.of("Europe/Amsterdam", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe")) {
            ZoneId zone = ZoneId.of(name);
            LocalDays days = new LocalDays(zone);
            for (int day = first; day < first + 1_100; day++) {
                // The clocks change early in the day.
                int second = random.nextInt(random.nextBoolean() ? 4 * 3_600 : 86_400);

                // When
                long time = days.at(day, second);

                // Then
                ZonedDateTime wall = LocalDate.ofEpochDay(day)
                        .atTime(LocalTime.ofSecondOfDay(second))
                        .atZone(zone)
                        .withEarlierOffsetAtOverlap();
                assertThat(time)
                        .as("%s in %s, seed %d", wall, name, seed)
                        .isEqualTo(wall.toInstant().toEpochMilli());
            }
        }
    }
}
