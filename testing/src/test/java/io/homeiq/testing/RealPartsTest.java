package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RealPartsTest {

    @Test
    void givesThePartThatWasFound() {
        // Given
        RealParts parts = RealParts.required(true);

        // When
        String part = parts.need("a broker", Optional.of("found"), "install it");

        // Then
        assertThat(part).isEqualTo("found");
    }

    @Test
    void skipsWithTheCureWhereNothingIsRequired() {
        // Given
        RealParts parts = RealParts.required(false);

        // Then
        assertThatThrownBy(() -> parts.need("a broker", Optional.empty(), "install it"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("a broker is not on this machine: install it");
    }

    @Test
    void failsWhereRealPartsAreRequired() {
        // Given
        RealParts parts = RealParts.required(true);

        // Then
        assertThatThrownBy(() -> parts.need("a broker", Optional.empty(), "install it"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a broker is not on this machine: install it");
    }
}
