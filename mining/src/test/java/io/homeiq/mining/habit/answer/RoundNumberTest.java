package io.homeiq.mining.habit.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundNumberTest {

    @ParameterizedTest(name = "from {0} to {1}: {3}")
    @CsvSource({
        "24.3, 25.9, true, 25",
        "21.3, 21.7, true, 21.5",
        "24.5, 24.6, true, 24.5",
        "24.7, 24.8, true, 24.7",
        "24.7, 24.8, false, 24.8",
        "61.2, 64.9, true, 63",
        "8, 1900, false, 100",
        "-3, 3, true, 0",
        "-6.4, -4.1, true, -5",
        "0.412, 0.432, true, 0.42"
    })
    void ofManyEquallyGoodNumbersTheRoundestNearTheMiddleIsTaken(
            double low, double high, boolean above, double expected) {
        // When
        double round = new RoundNumber(low, high, above).get();

        // Then
        assertThat(round).isEqualTo(expected);
    }
}
