package io.homeiq.homeassistant.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAssistantUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://homeassistant.local:8123, http://homeassistant.local:8123",
        "http://homeassistant.local, http://homeassistant.local:80",
        "https://home.example, https://home.example:443",
        "https://home.example/ha/, https://home.example:443/ha",
        "http://supervisor/core/api/, http://supervisor:80/core",
        "ws://10.0.0.2:8123, http://10.0.0.2:8123",
        "' http://[::1]:8123/ ', http://[::1]:8123"
    })
    void readsWhatPeopleWrite(String text, String shown) {
        assertThat(HomeAssistantUrl.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homeassistant.local:8123",
                "ftp://home",
                "http://",
                "http://home:0x",
                "http://home:70000",
                "http://home/?a=b",
                "",
                "http://a b"
            })
    void refusesWhatIsNoAddressAndShowsHowItShouldLook(String text) {
        assertThatThrownBy(() -> HomeAssistantUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must look like http://homeassistant.local:8123, was: " + text);
    }

    @Test
    void neverShowsAPasswordInTheAddress() {
        assertThatThrownBy(() -> HomeAssistantUrl.parse("http://me:secret@home:8123"))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("home:8123");
    }

    @Test
    void addsItsPathBeforeTheApi() {
        assertThat(HomeAssistantUrl.parse("http://supervisor/core").path("/api/states"))
                .isEqualTo("/core/api/states");
    }

    @Test
    void hidesTheTokenInEveryText() {
        // Given
        AccessToken token = new AccessToken("eyJ.secret");

        // When
        String text = token + " " + HomeAssistantSettings.of(HomeAssistantUrl.parse("http://home"), token);

        // Then
        assertThat(text).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak"})
    void refusesATokenThatWasCopiedWrongWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> new AccessToken(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the token must be one word");
    }
}
