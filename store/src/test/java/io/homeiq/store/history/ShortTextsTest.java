package io.homeiq.store.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortTextsTest {

    private final ShortTexts texts = new ShortTexts();

    @Test
    void givesBackEveryTextWhateverCameBefore() {
        // Given
        Random random = new Random(1);
        List<String> all =
                new ArrayList<>(List.of("", "\0", "\0\0", "on", "off", "21.5", "°C", "1234567", "12345678", "€€€"));
        for (int i = 0; i < 5_000; i++) {
            all.add(Integer.toString(random.nextInt(20_000)));
        }

        for (String text : all) {
            // When
            String read = texts.of(text.getBytes(UTF_8));

            // Then
            assertThat(read).isEqualTo(text);
        }
    }

    @Test
    void makesOneObjectOfAShortText() {
        // When
        String first = texts.of("on".getBytes(UTF_8));
        String second = texts.of("on".getBytes(UTF_8));

        // Then
        assertThat(second).isSameAs(first);
    }
}
