package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {

    private static final int DRAWS = 20_000;

    @Test
    void drawsTheSameOnEveryMachine() {
        Chance chance = new Chance(0);

        // The known first outputs of SplitMix64 from state 0, to which the seed 0 is mixed.
        assertThat(List.of(chance.bits(), chance.bits(), chance.bits()))
                .containsExactly(0xE220A8397B1DCDAFL, 0x6E789E6AA1B965F4L, 0x06C45D188009454FL);
    }

    @Test
    void aForkDoesNotDependOnWhatWasDrawnBefore() {
        // Given
        Chance drawn = new Chance(5);
        drawn.bits();

        // Then
        assertThat(drawn.fork("a").bits()).isEqualTo(new Chance(5).fork("a").bits());
        assertThat(drawn.fork("a").bits())
                .isNotEqualTo(drawn.fork("b").bits())
                .isNotEqualTo(new Chance(6).fork("a").bits());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sharesAreEvenAndBellsAreNearTheMiddle(long seed) {
        // Given
        Chance chance = new Chance(seed);

        // When
        double[] shares = DoubleStream.generate(chance::share).limit(DRAWS).toArray();
        double[] bells = DoubleStream.generate(chance::bell).limit(DRAWS).toArray();

        // Then
        assertThat(DoubleStream.of(shares).boxed()).as("seed %d", seed).allMatch(share -> share >= 0 && share < 1);
        assertThat(DoubleStream.of(shares).average().orElseThrow()).isBetween(0.49, 0.51);
        assertThat(DoubleStream.of(bells).boxed()).as("seed %d", seed).allMatch(bell -> bell >= -1 && bell < 1);
        assertThat(DoubleStream.of(bells).average().orElseThrow()).isBetween(-0.02, 0.02);
        assertThat(DoubleStream.of(bells)
                        .filter(bell -> Math.abs(bell) < 1.0 / 3)
                        .count())
                .isBetween(DRAWS * 64L / 100, DRAWS * 72L / 100);
    }

    @Test
    void numbersBelowABoundAreAllDrawn() {
        Chance chance = new Chance(1);

        assertThat(Stream.generate(() -> chance.below(5)).limit(200)).containsOnly(0, 1, 2, 3, 4);
    }
}
