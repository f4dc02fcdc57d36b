package io.homeiq.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class MaskedJsonEncoderTest {

    private static final String SECRET = "Aa1-secret/with.\"quote\"\\and=more";
    private static final String WEB_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";

    private final LoggerContext context = new LoggerContext();
    private final MaskedJsonEncoder encoder = new MaskedJsonEncoder();

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.start();
    }

    @Test
    void masksWhatANameInTheMessageCallsASecret() throws JsonProcessingException {
        for (String start :
                List.of("token=", "token: ", "Password:", "API-Key=", "api_key=", "Authorization: Bearer ")) {
            // When
            String line = line("refused " + start + SECRET + " from 127.0.0.1", null, null);

            // Then
            assertThat(line).doesNotContain("Aa1", "quote", "more");
            assertThat(parsed(line).path("formattedMessage").asText())
                    .isEqualTo("refused " + start + "*** from 127.0.0.1");
        }
    }

    @Test
    void masksATokenWhereverItStands() throws JsonProcessingException {
        // When
        String line = line("sent " + WEB_TOKEN, null, null);

        // Then
        assertThat(parsed(line).path("formattedMessage").asText()).isEqualTo("sent ***");
    }

    /** Where a secret within a string ends is not known for sure: rather too much is masked than too little. */
    @Test
    void masksKeyValuePairsAndQuotedJson() throws JsonProcessingException {
        // When
        String line = line("body {\"token\":\"Aa1\"}", new KeyValuePair("api_key", SECRET), null);

        // Then
        assertThat(line).doesNotContain("Aa1", "quote");
        assertThat(parsed(line).path("formattedMessage").asText()).isEqualTo("body {\"token\":\"***");
        assertThat(parsed(line).at("/kvpList/0/api_key").asText()).isEqualTo("***");
    }

    @Test
    void masksWhatAFailureSays() throws JsonProcessingException {
        // When
        String line = line("it failed", null, new IllegalStateException("password=" + SECRET));

        // Then
        assertThat(line).doesNotContain("Aa1", "quote");
        assertThat(parsed(line).at("/throwable/message").asText()).isEqualTo("password=***");
    }

    @Test
    void leavesTheRestAsItIs() throws JsonProcessingException {
        // When
        String line = line("token refused; see \"profile\"", new KeyValuePair("event_id", "5f3c"), null);

        // Then
        assertThat(parsed(line).path("formattedMessage").asText()).isEqualTo("token refused; see \"profile\"");
        assertThat(parsed(line).at("/kvpList/0/event_id").asText()).isEqualTo("5f3c");
    }

    private String line(String message, @Nullable KeyValuePair pair, @Nullable Throwable failure) {
        LoggingEvent event = new LoggingEvent("", context.getLogger("test"), Level.INFO, message, failure, null);
        if (pair != null) {
            event.addKeyValuePair(pair);
        }
        return new String(encoder.encode(event), UTF_8);
    }

    private static JsonNode parsed(String line) throws JsonProcessingException {
        return new ObjectMapper().readTree(line);
    }
}
