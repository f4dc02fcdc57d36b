package io.homeiq.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theUpperTailAgreesWithTablesOfTheBinomial() {
        assertThat(Binomial.upperTail(5, 5, 0.5)).isCloseTo(1 / 32.0, within(1e-15));
        assertThat(Binomial.upperTail(8, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-12));
        assertThat(Binomial.upperTail(0, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.upperTail(3, 10, 0.3)).isCloseTo(0.6172172136, within(1e-9));
    }

    @Test
    void theUpperTailIsTheSumOfItsTermsForAnyArguments() {
        // Given
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int trials = 1 + random.nextInt(300);
            int successes = random.nextInt(trials + 1);
            double chance = random.nextDouble(0.01, 0.99);

            // When
            double tail = Binomial.upperTail(successes, trials, chance);
            double rest = successes == 0 ? 0 : 1 - Binomial.upperTail(trials - successes + 1, trials, 1 - chance);

            // Then
            assertThat(tail).as("seed %d, round %d", seed, round).isBetween(0.0, 1.0);
            assertThat(tail).as("seed %d, round %d", seed, round).isCloseTo(successes == 0 ? 1 : rest, within(1e-9));
        }
    }

    @Test
    void theIntervalOfWilsonIsThatOfTheLiterature() {
        // Given 21 of 23
        // When
        WilsonInterval interval = WilsonInterval.of(21, 23);

        // Then
        assertThat(interval.low()).isCloseTo(0.732, within(0.001));
        assertThat(interval.high()).isCloseTo(0.976, within(0.001));
        assertThat(WilsonInterval.of(0, 0)).isEqualTo(new WilsonInterval(0, 1));
    }

    @Test
    void theMeanOfTimesAroundMidnightIsMidnight() {
        // Given
        int[] times = {86_400 - 480, 480, 86_400 - 60, 60};

        // When
        double mean = CircularTime.mean(times);

        // Then
        assertThat(Math.abs(CircularTime.difference(mean, 0))).isLessThan(1);
        assertThat(CircularTime.spread(mean, times)).isCloseTo(342, within(1.0));
    }

    @Test
    void differencesGoTheShorterWayRound() {
        assertThat(CircularTime.difference(300, 86_100)).isEqualTo(600);
        assertThat(CircularTime.difference(86_100, 300)).isEqualTo(-600);
        assertThat(CircularTime.difference(43_200, 0)).isEqualTo(-43_200);
    }

    @Test
    void qValuesAreThoseOfBenjaminiAndHochbergsProcedure() {
        // Given
        double[] p = {0.01, 0.04, 0.03, 0.005};

        // When
        double[] q = BenjaminiHochberg.qValues(p, 4);

        // Then
        assertThat(q).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    }

    @Test
    void ofPureChanceHardlyEverAnythingIsDiscovered() {
        // Given 1,000 families of 50 true null hypotheses
        long seed = 99;
        SplittableRandom random = new SplittableRandom(seed);
        int families = 0;
        for (int family = 0; family < 1000; family++) {
            double[] p = random.doubles(50).toArray();

            // When
            double[] q = BenjaminiHochberg.qValues(p, 50);
            for (double value : q) {
                if (value <= 0.05) {
                    families++;
                    break;
                }
            }
        }

        // Then about 5 % of them make a false discovery
        assertThat(families).as("seed %d", seed).isBetween(25, 80);
    }
}
