package io.homeiq.mining.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedDaysTest {

    private static final long DAY_MILLIS = 86_400_000L;

    private final RecordedDays days = new RecordedDays();

    @Test
    void theFirstShareCountsTheDaysThatWereRecorded() {
        // Given
        note(20_000, 20_010);
        note(20_900, 20_990);

        // When
        DayRange learned = days.firstShare(0.5);

        // Then
        assertThat(learned).isEqualTo(new DayRange(20_000, 20_939));
    }

    @Test
    void gapsLieBetweenRecordedDays() {
        // Given
        note(20_000, 20_010);
        note(20_011, 20_020);
        note(20_040, 20_050);

        // When
        var gaps = days.gaps(3);

        // Then
        assertThat(gaps).containsExactly(new DayRange(20_020, 20_039));
    }

    @Test
    void aFewDaysFarBeforeAllOthersAreForgotten() {
        // Given
        note(0, 2);
        note(20_000, 20_030);

        // When
        DayRange all = days.all();

        // Then
        assertThat(all).isEqualTo(new DayRange(20_000, 20_029));
        assertThat(days.refused()).isEqualTo(2);
    }

    @Test
    void aDayFarAheadOfManyIsNotBelieved() {
        // Given
        note(20_000, 20_030);

        // When
        boolean believed = days.note(40_000, 40_000 * DAY_MILLIS, true);

        // Then
        assertThat(believed).isFalse();
        assertThat(days.all()).isEqualTo(new DayRange(20_000, 20_029));
    }

    private void note(int first, int end) {
        for (int day = first; day < end; day++) {
            days.note(day, day * DAY_MILLIS, true);
        }
    }
}
