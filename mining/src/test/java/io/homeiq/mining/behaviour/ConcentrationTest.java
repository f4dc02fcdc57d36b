package io.homeiq.mining.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcentrationTest {

    private static final double SPREAD = 0.15;

    /** Answers within five seconds, as people's spread. */
    private static final Concentration.Human REACTION = new Concentration.Human() {
        @Override
        public double[] widths() {
            return new double[] {0.02, 0.06, 0.2};
        }

        @Override
        public double density(double value) {
            return 0.4;
        }

        @Override
        public double reach(double value) {
            return 5;
        }
    };

    @ParameterizedTest(name = "{0} acts")
    @ValueSource(ints = {20, 200, 1_000})
    void aLagIsSeenAsWideAsItIsHoweverManyActsThereAre(int acts) {
        // Given a message that is on its way for 0.87 to 1.02 seconds
        SplittableRandom random = new SplittableRandom(5);
        List<Concentration.Place> places = new ArrayList<>();
        for (int act = 0; act < acts; act++) {
            places.add(new Concentration.Place(0.87 + SPREAD * random.nextDouble(), act));
        }

        // When
        List<Span> spans = Concentration.find(places, REACTION, 0);

        // Then
        assertThat(spans).first().satisfies(span -> {
            assertThat(span.from()).isLessThan(0.87 + 0.2 * SPREAD);
            assertThat(span.until()).isGreaterThan(0.87 + 0.8 * SPREAD);
        });
    }

    @Test
    void peopleWhoAnswerWithinSecondsAreNoMachine() {
        // Given
        SplittableRandom random = new SplittableRandom(6);
        List<Concentration.Place> places = new ArrayList<>();
        for (int act = 0; act < 500; act++) {
            places.add(new Concentration.Place(2.5 + random.nextGaussian(), act));
        }

        // When
        List<Span> spans = Concentration.find(places, REACTION, 0);

        // Then
        assertThat(spans).isEmpty();
    }
}
