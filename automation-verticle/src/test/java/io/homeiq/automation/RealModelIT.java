package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.automation.wording.RephrasingSettings;
import io.homeiq.testing.LanguageModelProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is slow and often wrong, and real. */
class RealModelIT {

    @TempDir
    private Path folder;

    @Test
    void isAskedPaidAndCheckedWhateverItSays() {
        try (LanguageModelProcess model = LanguageModelProcess.start();
                Station station = new Station(folder, new FakeTarget())) {
            // Given
            station.detected(proven("lamp"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            station.get("/api/suggestions/list").path("count").asInt() == 1);
            String rule = suggestion(station).path("automation").toString();
            String title = suggestion(station).path("title").asText();

            // When
            station.restartWith(new RephrasingSettings(
                    URI.create(model.fact("OPENAI_BASE_URL")),
                    model.fact("OPENAI_API_KEY"),
                    model.fact("OPENAI_MODEL"),
                    100_000,
                    Duration.ofMinutes(5)));

            // Then
            await().atMost(Duration.ofMinutes(6))
                    .until(() -> usage(station, "taken") + usage(station, "discarded") == 1);
            assertThat(usage(station, "tokens_used")).isBetween(50L, 1_000L);
            JsonNode shown = suggestion(station);
            assertThat(shown.path("automation").toString()).isEqualTo(rule);
            assertThat(shown.path(usage(station, "taken") == 1 ? "original_title" : "title")
                            .asText())
                    .isEqualTo(title);
        }
    }

    private static JsonNode suggestion(Station station) {
        return station.get("/api/suggestions/sug_lamp");
    }

    private static long usage(Station station, String field) {
        return station.get("/api/suggestions/rephrasing").path(field).asLong();
    }
}
