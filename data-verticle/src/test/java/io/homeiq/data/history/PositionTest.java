package io.homeiq.data.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void comesBackFromItsWord() {
        // Given
        Position position = new Position(Instant.parse("2026-03-01T06:45:02.123456Z"), 4711);

        // Then
        assertThat(Position.decode(position.encode())).contains(position);
        assertThat(position.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "MjAyNi8x",
                "Lw",
                "MjAyNi0wMy0wMVQwNjo0NTowMlovYWJj",
                "Kzk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWi8x"
            })
    void isNoOtherWord(String word) {
        assertThat(Position.decode(word)).isEmpty();
    }
}
