package io.homeiq.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GumbelTest {

    @Test
    void findsTheParametersOfWhatItWasDrawnFrom() {
        // Given 50,000 draws by inversion, with seed 1
        SplittableRandom random = new SplittableRandom(1);
        double[] maxima = DoubleStream.generate(() -> 30 - 7 * Math.log(-Math.log(random.nextDouble())))
                .limit(50_000)
                .toArray();

        // When
        Gumbel found = Gumbel.of(maxima, 0.1);

        // Then
        assertThat(found.mode()).isCloseTo(30, within(0.2));
        assertThat(found.scale()).isCloseTo(7, within(0.2));
        assertThat(found.upperTail(30)).isCloseTo(1 - 1 / Math.E, within(0.01));
    }

    @Test
    void aFarTailIsSmallAndNeverNegative() {
        assertThat(new Gumbel(0, 1).upperTail(50)).isPositive().isLessThan(1e-20);
    }

    @Test
    void maximaThatNeverDifferHaveTheLeastScale() {
        assertThat(Gumbel.of(new double[] {3, 3, 3}, 0.5).scale()).isEqualTo(0.5);
    }

    @Test
    void oneMaximumHasNoSpread() {
        assertThatThrownBy(() -> Gumbel.of(new double[] {1}, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
