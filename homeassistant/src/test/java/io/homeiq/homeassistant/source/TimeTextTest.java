package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private static final long SEED = 20260301;

    private final TimeText times = new TimeText();

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T06:45:02.123456+00:00, 2026-03-01T06:45:02.123456Z",
        "2026-03-01T06:45:02+00:00, 2026-03-01T06:45:02Z",
        "2026-03-01T06:45:02Z, 2026-03-01T06:45:02Z",
        "2026-03-01 06:45:02.5Z, 2026-03-01T06:45:02.500Z",
        "2026-03-01T06:45:02.123456789Z, 2026-03-01T06:45:02.123456Z",
        "2026-03-01T06:45:02.1+02:00, 2026-03-01T04:45:02.100Z",
        "2026-03-01T06:45:02-0530, 2026-03-01T12:15:02Z",
        "2026-02-28T23:59:59+00, 2026-02-28T23:59:59Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
    })
    void readsTheSpellingsOfATime(String text, Instant expected) {
        // When
        long micros = times.micros(text);

        // Then
        assertThat(TimeText.instant(micros)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-03-01T06:45:02",
                "2026-13-01T06:45:02Z",
                "2026-02-29T06:45:02Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T06:60:00Z",
                "2026-03-01T06:45:02.Z",
                "2026-03-01T06:45:02.1234567890Z",
                "2026-03-01T06:45:02+25:00",
                "2026-03-01T06:45:02+0:000",
                "2026-03-01T06-45:02Z",
                "2026/03/01T06:45:02Z"
            })
    void refusesWhatIsNoTime(String text) {
        // When
        long micros = times.micros(text);

        // Then
        assertThat(micros).isEqualTo(TimeText.NONE);
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            // Given
            long micros = random.nextLong(1_900_000_000_000_000L);

            // When
            String text = TimeText.text(TimeText.instant(micros));

            // Then
            assertThat(times.micros(text)).as("seed %s, text %s", SEED, text).isEqualTo(micros);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59Z, false",
        "2000-01-01T00:00:00Z, true",
        "2099-12-31T23:59:59Z, true",
        "2100-01-01T00:00:00Z, false",
        "1970-01-01T00:00:00Z, false"
    })
    void knowsWhenNoHomeAssistantRan(Instant time, boolean isPossible) {
        // When / Then
        assertThat(TimeText.isPossible(TimeText.micros(time))).isEqualTo(isPossible);
    }

    @Test
    void leavesOutTheFractionWhereThereIsNone() {
        // When / Then
        assertThat(TimeText.text(Instant.parse("2026-03-01T06:45:02Z"))).isEqualTo("2026-03-01T06:45:02+00:00");
        assertThat(TimeText.text(Instant.parse("2026-03-01T06:45:02.000120Z")))
                .isEqualTo("2026-03-01T06:45:02.000120+00:00");
    }
}
