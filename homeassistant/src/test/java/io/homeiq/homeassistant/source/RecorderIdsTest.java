package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecorderIdsTest {

    private static final long SEED = 5;

    @Test
    void spellsAContextAsHomeAssistantDoes() {
        // Given
        byte[] bytes = HexFormat.of().parseHex("01a20ae6267c41cab3f8af6562888c3f");

        // When
        String text = RecorderIds.contextText(bytes);

        // Then
        assertThat(text).isEqualTo("01M85EC9KW875B7Y5FCNH8H31Z");
        assertThat(RecorderIds.contextBytes(text)).isEqualTo(bytes);
    }

    @Test
    void readsBackEveryId() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            // Given
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);

            // When
            String context = RecorderIds.contextText(bytes);
            String user = RecorderIds.userText(bytes);

            // Then
            assertThat(RecorderIds.contextBytes(context)).as("seed %s", SEED).isEqualTo(bytes);
            assertThat(RecorderIds.userBytes(user)).as("seed %s", SEED).isEqualTo(bytes);
        }
    }

    @Test
    void keepsForeignIdsApartAndAlwaysTheSame() {
        // When
        byte[] first = RecorderIds.contextBytes("c-1");

        // Then
        assertThat(first).hasSize(16).isEqualTo(RecorderIds.contextBytes("c-1"));
        assertThat(first).isNotEqualTo(RecorderIds.contextBytes("c-2"));
    }

    @Test
    void knowsNothingOfNothing() {
        // When / Then
        assertThat(RecorderIds.contextText(null)).isNull();
        assertThat(RecorderIds.contextText(new byte[3])).isNull();
        assertThat(RecorderIds.contextBytes(null)).isNull();
        assertThat(RecorderIds.userText(null)).isNull();
        assertThat(RecorderIds.userBytes(null)).isNull();
    }
}
