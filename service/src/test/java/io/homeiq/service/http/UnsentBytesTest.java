package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsentBytesTest {

    private static final int MUCH = (int) ServerLimits.MAX_UNSENT_BYTES;

    private final UnsentBytes unsent = new UnsentBytes();

    @Test
    void hasNoRoomForMoreUntilSomethingWasSent() {
        // Given
        unsent.take(MUCH);

        // Then
        assertThat(unsent.take(100_000)).isFalse();
        unsent.give(MUCH);
        assertThat(unsent.take(100_000)).isTrue();
    }

    @Test
    void keepsRoomForSmallAnswers() {
        // Given
        unsent.take(MUCH);

        // Then
        assertThat(unsent.take(1_000)).isTrue();
        unsent.give(1_000);
        assertThat(unsent.take(1_000)).isTrue();
    }

    @Test
    void hasRoomForOneOfAnySize() {
        assertThat(unsent.take(Integer.MAX_VALUE)).isTrue();
    }
}
