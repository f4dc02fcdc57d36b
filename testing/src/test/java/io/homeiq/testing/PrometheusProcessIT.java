package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusProcessIT {

    @TempDir
    Path folder;

    @Test
    void answersQuestions() throws IOException, InterruptedException {
        // Given
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1s}\n");

        try (PrometheusProcess prometheus = PrometheusProcess.start(configuration);
                HttpClient http = HttpClient.newHttpClient()) {
            // When
            URI question = URI.create(prometheus.url() + "/api/v1/query?query=vector(7)");
            String answer = http.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString())
                    .body();

            // Then
            assertThat(answer).as(prometheus.log()).contains("\"status\":\"success\"", "\"7\"");
        }
    }
}
