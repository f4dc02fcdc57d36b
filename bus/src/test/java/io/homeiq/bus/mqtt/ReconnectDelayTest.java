package io.homeiq.bus.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static List<Long> delays(long seed, int count) {
        ReconnectDelay delay = new ReconnectDelay(FIRST, LONGEST, seed);
        return Stream.generate(() -> delay.next().toMillis()).limit(count).toList();
    }

    @Test
    void doublesUpToTheLongestAndIsShortenedByHalfAtMost() {
        // When
        List<Long> delays = delays(1, 20);

        // Then
        long full = FIRST.toMillis();
        for (long delay : delays) {
            assertThat(delay).isBetween(full / 2, full);
            full = Math.min(full * 2, LONGEST.toMillis());
        }
    }

    @Test
    void differsFromSeedToSeedOnly() {
        // When
        List<Long> once = delays(1, 10);

        // Then
        assertThat(delays(1, 10)).isEqualTo(once);
        assertThat(delays(2, 10)).isNotEqualTo(once);
    }

    @Test
    void startsFromTheFirstAfterAReset() {
        // Given
        ReconnectDelay delay = new ReconnectDelay(FIRST, LONGEST, 1);
        for (int i = 0; i < 10; i++) {
            delay.next();
        }

        // When
        delay.reset();

        // Then
        assertThat(delay.next()).isLessThanOrEqualTo(FIRST);
    }

    @Test
    void isNeverNothing() {
        // Given
        ReconnectDelay delay = new ReconnectDelay(Duration.ofMillis(1), Duration.ofMillis(1), 1);

        // Then
        assertThat(Stream.generate(delay::next).limit(100)).containsOnly(Duration.ofMillis(1));
    }
}
