package io.homeiq.mining.synergy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeiq.contracts.synergy.Correlation;
import org.junit.jupiter.api.Test;

class ImpactTest {

    @Test
    void isTheHarmonicMeanOfRightnessAndReach() {
        // Given low(80 of 100) = 0.7112 (Wilson), a chance of 1 in 10, and half of the acts
        Correlation counted = new Correlation(100, 80, 160, 98, 9);

        // When
        Impact impact = Impact.of(counted);

        // Then
        double rightness = (0.7112 - 0.1) / 0.9;
        assertThat(impact.confidence()).isCloseTo(0.7112, within(1e-4));
        assertThat(impact.score()).isCloseTo(2 * rightness * 0.5 / (rightness + 0.5), within(1e-4));
    }

    @Test
    void whatTheDailyRhythmExplainsIsWorthNothing() {
        assertThat(Impact.of(new Correlation(100, 30, 40, 98, 39)).score()).isZero();
    }

    @Test
    void whatNeverFollowedIsWorthNothing() {
        assertThat(Impact.of(Correlation.NONE)).isEqualTo(new Impact(0, 0));
    }
}
