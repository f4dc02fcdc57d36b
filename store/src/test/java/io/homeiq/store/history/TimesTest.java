package io.homeiq.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T06:45:02.123456Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z"})
    void keepsMicroseconds(String text) {
        // Given
        Instant time = Instant.parse(text);

        // When
        Instant back = Times.instant(Times.micros(time));

        // Then
        assertThat(back).isEqualTo(time);
    }

    @Test
    void cutsOffWhatIsFiner() {
        // When
        long micros = Times.micros(Instant.ofEpochSecond(1, 1_999));

        // Then
        assertThat(micros).isEqualTo(1_000_001);
    }

    @Test
    void refusesTimesThatCannotBeStored() {
        assertThatIllegalArgumentException()
                // When
                .isThrownBy(() -> Times.micros(Instant.MIN))
                // Then
                .withMessageContaining("-1000000000-01-01");
    }
}
