package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void standsStillUntilItIsMoved() {
        // Given
        MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");
        Instant before = clock.instant();

        // When
        Instant after = clock.advance(Duration.ofMinutes(5));

        // Then
        assertThat(before).isEqualTo("2026-03-01T07:00:00Z");
        assertThat(after).isEqualTo("2026-03-01T07:05:00Z").isEqualTo(clock.instant());
    }

    @Test
    void mayBeSetBack() {
        // Given
        MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");

        // When
        clock.set(Instant.EPOCH);

        // Then
        assertThat(clock.millis()).isZero();
    }
}
