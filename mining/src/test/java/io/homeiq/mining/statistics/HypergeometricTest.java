package io.homeiq.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HypergeometricTest {

    @Test
    void agreesWithFishersLadyTastingTea() {
        // Given eight cups, four of each kind
        // When / Then
        assertThat(Hypergeometric.upperTail(4, 4, 4, 8)).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(Hypergeometric.upperTail(3, 4, 4, 8)).isCloseTo(17 / 70.0, within(1e-12));
    }

    @Test
    void whatMustHappenIsSureAndWhatCannotIsNot() {
        // When / Then
        assertThat(Hypergeometric.upperTail(0, 5, 3, 10)).isEqualTo(1);
        assertThat(Hypergeometric.upperTail(2, 9, 3, 10)).isCloseTo(1, within(1e-12));
        assertThat(Hypergeometric.upperTail(4, 5, 3, 10)).isZero();
    }

    @Test
    void nobodyDrawsMoreThanThereIs() {
        // When / Then
        assertThatThrownBy(() -> Hypergeometric.upperTail(1, 11, 3, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
