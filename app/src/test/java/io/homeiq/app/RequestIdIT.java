package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import io.homeiq.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One id can be followed through the logs of all services that took part. */
class RequestIdIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final Web web = Web.plain();

    @TempDir
    Path folder;

    private HomeIqProcess homeIq;

    @BeforeEach
    void start() throws IOException {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HOMEIQ_DATA", folder.resolve("volume").toString(), "MQTT_PORT", "0", "HOMEIQ_LOG_LEVEL", "DEBUG"));
        for (Role role : Role.values()) {
            ports.put(role, FreePort.find());
            variables.put("HOMEIQ_" + role.name() + "_PORT", String.valueOf(ports.get(role)));
        }
        homeIq = HomeIqProcess.start(folder, "homeiq", variables, List.of("run"));
        for (Role role : Role.values()) {
            await("ready")
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(
                                    web.get(url(role) + "/health/ready").isOk())
                            .as(homeIq::err)
                            .isTrue());
        }
        String registry = new String(
                Objects.requireNonNull(RequestIdIT.class.getResourceAsStream("/sample/file/registry/1.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        web.post(url(Role.DATA) + "/api/v1/registry", registry);
    }

    @AfterEach
    void stop() {
        homeIq.close();
        web.close();
    }

    @Test
    void theIdOfAQuestionReachesTheServiceThatKnowsTheAnswer() throws IOException, InterruptedException {
        // Given
        HttpRequest question = HttpRequest.newBuilder(URI.create(url(Role.QUERY) + "/api/v1/query"))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "question-7")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString("{\"query\": \"is the hall lamp on\"}"))
                .build();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(question, BodyHandlers.ofString());

            // Then
            assertThat(answer.headers().firstValue("X-Request-Id")).contains("question-7");
        }
        awaitLine("question-7", "query: POST /api/v1/query answered 201");
        awaitLine("question-7", "data: GET /api/v1/events answered 200");
        assertThat(homeIq.err()).as("nobody's words in a log").doesNotContain("hall lamp");
    }

    @Test
    void theIdOfAnAnalysisGoesWithAllThatItReads() {
        // When
        JsonNode run = web.post(url(Role.PATTERN) + "/api/analysis/trigger", "").body();

        // Then
        String id = run.path("run_id").asText();
        assertThat(id).isNotEmpty();
        awaitLine(id, "data: GET /api/v1/events/stats answered 200");
        awaitLine(id, "data: GET /api/v1/events answered 200");
        awaitLine(id, "analysis done");
    }

    private void awaitLine(String id, String words) {
        await(words)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(homeIq.err().lines())
                        .anySatisfy(line -> assertThat(line).contains(id, words)));
    }

    private String url(Role role) {
        return "http://127.0.0.1:" + ports.get(role);
    }
}
