package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingDelayTest {

    private static final long SEED = 7;

    @Test
    void doublesUpToTheLongestAndIsSpreadOverItsUpperHalf() {
        // Given
        GrowingDelay delay = new GrowingDelay(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(SEED));

        // When
        List<Duration> delays =
                IntStream.range(0, 100).mapToObj(i -> delay.next()).toList();

        // Then
        for (int i = 0; i < delays.size(); i++) {
            long most = Math.min(60_000, 1_000L << Math.min(i, 10));
            assertThat(delays.get(i).toMillis())
                    .as("attempt %d, seed %d", i, SEED)
                    .isBetween(most / 2, most);
        }
        assertThat(delays.subList(10, 100).stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void beginsAnewAfterASuccess() {
        // Given
        GrowingDelay delay = new GrowingDelay(Duration.ofSeconds(1), Duration.ofHours(1), new Random(SEED));
        IntStream.range(0, 8).forEach(i -> delay.next());

        // When
        delay.reset();

        // Then
        assertThat(delay.attempts()).isZero();
        assertThat(delay.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
