package io.homeiq.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long SEED = 7;

    @Test
    void doublesUpToTheLongestAndVaries() {
        // Given
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), new Random(SEED));
        long[] whole = {1_000, 2_000, 4_000, 8_000, 10_000, 10_000};

        // When
        long[] pauses = IntStream.range(0, whole.length)
                .mapToLong(attempt -> backoff.after(attempt).toMillis())
                .toArray();

        // Then
        for (int i = 0; i < whole.length; i++) {
            assertThat(pauses[i]).as("pause %s with seed %s", i, SEED).isBetween(whole[i] / 2, whole[i]);
        }
        assertThat(pauses[4]).as("seed %s", SEED).isNotEqualTo(pauses[5]);
    }
}
