package io.homeiq.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class OutboxSettingsTest {

    private final OutboxSettings settings = OutboxSettings.defaults(InstantSource.system());

    @Test
    void pausesDoubleUpToTheLongest() {
        // When
        Duration first = settings.retryAfter(1);
        Duration second = settings.retryAfter(2);
        Duration late = settings.retryAfter(1_000_000);

        // Then
        assertThat(first).isEqualTo(settings.firstRetry());
        assertThat(second).isEqualTo(settings.firstRetry().multipliedBy(2));
        assertThat(late).isEqualTo(settings.lastRetry());
    }

    @Test
    void refusesALeaseThatEndsBeforeAPublishMay() {
        assertThatIllegalArgumentException()
                // When
                .isThrownBy(() -> new OutboxSettings(
                        settings.clock(),
                        settings.timeToLive(),
                        settings.batch(),
                        settings.poll(),
                        settings.firstRetry(),
                        settings.lastRetry(),
                        settings.lease(),
                        settings.lease()))
                // Then
                .withMessage("lease must be longer than publishLimit, was: PT15S");
    }
}
