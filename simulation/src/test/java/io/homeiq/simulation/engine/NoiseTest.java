package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseTest {

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @EnumSource
    void everyShapeIsCentredWithASpreadOfOne(Noise noise) {
        // Given
        Chance chance = new Chance(7);

        // When
        double[] draws =
                DoubleStream.generate(() -> noise.draw(chance)).limit(DRAWS).toArray();

        // Then
        double mean = DoubleStream.of(draws).average().orElseThrow();
        double square =
                DoubleStream.of(draws).map(draw -> draw * draw).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.03));
        assertThat(Math.sqrt(square)).isCloseTo(1, within(0.05));
    }

    @ParameterizedTest
    @EnumSource
    void theSameChanceGivesTheSameNoise(Noise noise) {
        // Given
        Chance one = new Chance(3);
        Chance other = new Chance(3);

        // Then
        assertThat(Stream.generate(() -> noise.draw(one)).limit(50))
                .containsExactlyElementsOf(
                        Stream.generate(() -> noise.draw(other)).limit(50).toList());
    }
}
