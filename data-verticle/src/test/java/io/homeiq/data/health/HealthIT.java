package io.homeiq.data.health;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.data.LiveSource;
import io.homeiq.data.RunningData;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.live.FeedSettings;
import io.homeiq.testing.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthIT {

    @TempDir
    private Path folder;

    @Test
    void asksAllServicesAndWaitsForNoneTooLong() {
        try (RunningData data = new RunningData(folder)) {
            // Given
            data.services.put("data", local(data.port()));
            data.services.put("pattern", answering(data, "{\"service\":\"pattern\",\"status\":\"healthy\"}"));
            data.services.put(
                    "query",
                    answering(data, "{\"service\":\"query\",\"status\":\"degraded\",\"checks\":{\"bus\":\"DOWN\"}}"));
            data.services.put("training", silent(data));
            data.services.put(
                    "automation", URI.create("http://me:hidden-password@127.0.0.1:" + FreePort.find() + "/base/"));

            // When
            JsonNode health = data.getJson("/health/services");

            // Then
            assertThat(health.path("status").asText()).isEqualTo("DOWN");
            assertThat(health.path("services"))
                    .extracting(service -> service.path("name").asText() + " "
                            + service.path("status").asText())
                    .containsExactly("automation DOWN", "data UP", "pattern UP", "query DOWN", "training DOWN");
            assertThat(of(health, "query").path("message").asText()).startsWith("it runs, but lacks bus");
            assertThat(of(health, "training").path("message").asText()).startsWith("no answer within 2 s");
            assertThat(of(health, "automation").path("message").asText()).startsWith("it cannot be reached");
            assertThat(health.toString()).doesNotContain("hidden-password");
        }
    }

    @Test
    void somethingElseAtTheAddressOfAServiceIsNotTheService() {
        try (RunningData data = new RunningData(folder)) {
            // Given
            data.services.put("query", answering(data, "<html>A printer</html>"));
            data.services.put("training", answering(data, "{\"service\":\"pattern\",\"status\":\"healthy\"}"));

            // When
            JsonNode health = data.getJson("/health/services");

            // Then
            assertThat(health.path("services"))
                    .extracting(service -> service.path("message").asText())
                    .allSatisfy(message -> assertThat(message).startsWith("something else answers there"));
        }
    }

    @Test
    void tellsOfEveryDependencyThatItStands() {
        try (RunningData data = new RunningData(folder)) {
            // When
            JsonNode health = data.getJson("/health/dependencies");

            // Then
            assertThat(health.path("status").asText()).isEqualTo("UP");
            assertThat(health.path("dependencies"))
                    .extracting(dependency -> dependency.path("name").asText())
                    .containsExactly("database", "bus", "history", "home_assistant", "disk");
            assertThat(health.path("dependencies"))
                    .allSatisfy(dependency -> assertThat(dependency.has("cure")).isFalse());
            assertThat(health.path("dependencies").get(2).path("message").asText())
                    .isEqualTo("The history can be read: 0 events.");
        }
    }

    @Test
    void whatIsAwayIsToldWithItsCureAndWithoutSecrets() {
        // Given
        LiveSource away = new LiveSource.HomeAssistant(
                HomeAssistantSettings.of(
                        HomeAssistantUrl.parse("http://127.0.0.1:" + FreePort.find()), new AccessToken("secret-token")),
                FeedSettings.DEFAULT);
        try (RunningData data = new RunningData(folder, away)) {
            await(data.bus.close());

            // When
            JsonNode health = data.getJson("/health/dependencies");

            // Then
            assertThat(health.path("status").asText()).isEqualTo("DOWN");
            assertThat(health.path("dependencies"))
                    .filteredOn(dependency -> dependency.path("status").asText().equals("DOWN"))
                    .extracting(dependency -> dependency.path("name").asText())
                    .containsExactly("bus", "home_assistant");
            assertThat(health.toString())
                    .contains("MQTT_BROKER")
                    .contains("HA_URL")
                    .doesNotContain("secret-token");
        }
    }

    private static JsonNode of(JsonNode health, String name) {
        return StreamSupport.stream(health.path("services").spliterator(), false)
                .filter(service -> service.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static URI answering(RunningData data, String body) {
        return local(await(data.vertx
                        .createHttpServer()
                        .requestHandler(request -> request.response().end(body))
                        .listen(0, "127.0.0.1"))
                .actualPort());
    }

    private static URI silent(RunningData data) {
        return local(await(data.vertx
                        .createHttpServer()
                        .requestHandler(request -> {})
                        .listen(0, "127.0.0.1"))
                .actualPort());
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
