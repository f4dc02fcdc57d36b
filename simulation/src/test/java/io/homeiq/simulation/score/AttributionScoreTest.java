package io.homeiq.simulation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttributionScoreTest {

    @Test
    void handAndAppAreBothAPerson() {
        // When
        AttributionScore score = AttributionScore.NOTHING
                .with("physical", "person")
                .with("person", "physical")
                .with("physical", "unknown")
                .with("echo", "person")
                .with("automation", "automation");

        // Then
        assertThat(score).isEqualTo(new AttributionScore(2, 1, 1));
        assertThat(score.f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(AttributionScore.NOTHING.f1()).isEqualTo(1);
    }
}
