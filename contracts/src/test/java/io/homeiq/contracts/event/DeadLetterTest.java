package io.homeiq.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final Topic TOPIC = new Topic("homeiq/v1/home/event/x");

    @Test
    void keepsTextAsText() {
        String text = "{\"a\":\"Grüße 😀\"}\r\n\t";

        DeadLetter letter = letter(text.getBytes(UTF_8));

        assertThat(letter.encoding()).isEqualTo("utf-8");
        assertThat(letter.payload()).isEqualTo(text);
        assertThat(letter.bytes()).isEqualTo(text.getBytes(UTF_8).length);
        assertThat(letter.truncated()).isFalse();
    }

    @Test
    void wrapsWhatIsNoTextToRead() {
        for (byte[] bytes : new byte[][] {{(byte) 0xff, 1}, {'a', 0, 'b'}, {0x1b, '['}, {0x7f}}) {
            DeadLetter letter = letter(bytes);

            assertThat(letter.encoding()).isEqualTo("base64");
            assertThat(Base64.getDecoder().decode(letter.payload())).isEqualTo(bytes);
        }
    }

    @Test
    void cutsWhatIsTooLongSoThatItFitsOnTheBus() {
        byte[] quotes = new byte[100_000];
        Arrays.fill(quotes, (byte) '"');

        DeadLetter text = letter(quotes);
        DeadLetter wrapped = letter(new byte[100_000]);

        assertThat(text.truncated()).isTrue();
        assertThat(text.payload()).hasSize(DeadLetter.MAX_ORIGINAL_BYTES);
        assertThat(Base64.getDecoder().decode(wrapped.payload())).hasSize(DeadLetter.MAX_ORIGINAL_BYTES);
        assertThat(wrapped.bytes()).isEqualTo(100_000);
        WireJson json = new WireJson();
        assertThat(json.toBytes(text)).hasSizeLessThan(EventCodec.MAX_BYTES);
        assertThat(json.toBytes(wrapped)).hasSizeLessThan(EventCodec.MAX_BYTES);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> DeadLetter.of(" ", TOPIC, Instant.EPOCH, new byte[0]))
                .hasMessage("reason must not be blank");
        assertThatThrownBy(() -> new DeadLetter("x", TOPIC, Instant.EPOCH, 0, "latin-1", "", false))
                .hasMessage("encoding must be utf-8 or base64, was: latin-1");
        assertThatThrownBy(() -> new DeadLetter("x", TOPIC, Instant.EPOCH, -1, "utf-8", "", false))
                .hasMessage("a message has 0 bytes or more, was: -1");
    }

    private static DeadLetter letter(byte[] original) {
        return DeadLetter.of("no JSON", TOPIC, Instant.EPOCH, original);
    }
}
