package io.homeiq.automation.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryPausesTest {

    @Test
    void pausesGrowUpToTheLongest() {
        // Given
        RetryPauses pauses = new RetryPauses(Duration.ofSeconds(2), Duration.ofSeconds(10));

        // When
        Stream<Duration> after = Stream.of(1, 2, 3, 4, 1_000_000).map(pauses::after);

        // Then
        assertThat(after).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void refusesPausesThatDoNotRise() {
        assertThatThrownBy(() -> new RetryPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT2S");
    }
}
