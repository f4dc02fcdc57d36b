package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTreeTest {

    private static final long SEED = 13;

    @ParameterizedTest
    @CsvSource({
        "00:00:30, PT30S",
        "5:00, PT5H",
        "-00:30:00, PT-30M",
        "+01:00:00, PT1H",
        "48:00:00, PT48H",
        "00:00:00.5, PT0.5S",
        "90, PT90S",
        "1.5, PT1.5S"
    })
    void readsTextsAsHomeAssistantDoes(String text, Duration expected) {
        // When / Then
        assertThat(DurationTree.read(text)).contains(expected);
    }

    @Test
    void readsNumbersAndParts() {
        // When / Then
        assertThat(DurationTree.read(5400)).contains(Duration.ofMinutes(90));
        assertThat(DurationTree.read(0.25)).contains(Duration.ofMillis(250));
        assertThat(DurationTree.read(Map.of("days", 1, "hours", "2", "minutes", 3, "seconds", 4, "milliseconds", 5)))
                .contains(Duration.ofDays(1)
                        .plusHours(2)
                        .plusMinutes(3)
                        .plusSeconds(4)
                        .plusMillis(5));
        assertThat(DurationTree.read(Map.of("minutes", -30))).contains(Duration.ofMinutes(-30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1:2:3:4", "{{ states('input_number.wait') }}", "nan", "99999999999999999999"})
    void leavesWhatIsNoPeriod(String text) {
        // When / Then
        assertThat(DurationTree.read(text)).isEmpty();
        assertThat(DurationTree.read(Map.of("minutes", text))).isEmpty();
    }

    @Test
    void leavesWhatIsNoPart() {
        // Given
        Map<String, Object> withNothing = new HashMap<>();
        withNothing.put("minutes", null);

        // When / Then
        assertThat(DurationTree.read(Map.of("weeks", 1))).isEmpty();
        assertThat(DurationTree.read(Map.of())).isEmpty();
        assertThat(DurationTree.read(withNothing)).isEmpty();
        assertThat(DurationTree.read(null)).isEmpty();
        assertThat(DurationTree.readPositive("-00:00:01")).isEmpty();
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            // Given
            long micros = random.nextInt(4) == 0 ? 1 + random.nextInt(999_999) : 0;
            Duration duration =
                    Duration.ofSeconds(random.nextInt(400_000) - 200_000).plusNanos(micros * 1_000);

            // When
            Object written = DurationTree.write(duration);

            // Then
            assertThat(DurationTree.read(written)).as("seed %s", SEED).contains(duration);
        }
    }
}
