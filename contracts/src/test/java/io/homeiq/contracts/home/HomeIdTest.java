package io.homeiq.contracts.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeIdTest {

    @Test
    void aHomeThatWasNotToldItsNameIsCalledHome() {
        assertThat(HomeId.DEFAULT).hasToString("home").isEqualTo(new HomeId("home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Home", "a/b", "+", "#", "ä", "a b"})
    void refusesWhatCannotBePartOfATopic(String text) {
        assertThatThrownBy(() -> new HomeId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was: " + text);
    }

    @Test
    void mayHave64CharactersButNoMore() {
        assertThat(new HomeId("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new HomeId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
