package io.homeiq.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoissonBinomialTest {

    private static final double EXACT = 1e-12;

    @Test
    void equalChancesGiveTheBinomial() {
        // Given
        double[] chances = new double[9];
        Arrays.fill(chances, 0.3);

        // When, Then
        for (int successes = 0; successes <= 10; successes++) {
            assertThat(PoissonBinomial.upperTail(successes, chances))
                    .isCloseTo(Binomial.upperTail(successes, 9, 0.3), within(EXACT));
        }
    }

    @Test
    void eachTrialCountsWithItsOwnChance() {
        // Given, When, Then: both with 0.1 · 0.5, one at least with 1 - 0.9 · 0.5
        assertThat(PoissonBinomial.upperTail(2, new double[] {0.1, 0.5})).isCloseTo(0.05, within(EXACT));
        assertThat(PoissonBinomial.upperTail(1, new double[] {0.1, 0.5})).isCloseTo(0.55, within(EXACT));
    }

    @Test
    void whatIsNoChanceIsRefused() {
        assertThatThrownBy(() -> PoissonBinomial.upperTail(1, new double[] {1.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }
}
