package io.homeiq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.live.FeedSettings;
import io.homeiq.testing.HomeAssistantProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowsHomeAssistantIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static HomeAssistantProcess homeAssistant;

    @TempDir
    Path folder;

    @BeforeAll
    static void startHomeAssistant() {
        homeAssistant = HomeAssistantProcess.startSampleHome();
    }

    @AfterAll
    static void stopHomeAssistant() {
        homeAssistant.close();
    }

    @Test
    void storesAndAnnouncesWhatHappensInTheHomeAndKnowsItsParts() throws Exception {
        LiveSource source = new LiveSource.HomeAssistant(
                HomeAssistantSettings.of(
                        HomeAssistantUrl.parse(homeAssistant.url()), new AccessToken(homeAssistant.token())),
                FeedSettings.DEFAULT);
        try (RunningData data = new RunningData(folder, source, InstantSource.system())) {
            // Given
            await().atMost(PATIENCE)
                    .until(() -> data.get("/health/ready").statusCode() == 200
                            && data.getJson("/api/entities").path("total").asInt() > 0);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(data.announced(HistoryImported.class))
                            .extracting(HistoryImported::source)
                            .containsExactly("Home Assistant"));

            // When
            flip("input_boolean.hall_light_powered");

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(data.announced(StateChanged.class))
                            .extracting(bell -> bell.change().entityId().value())
                            .contains("input_boolean.hall_light_powered", "light.hall_light"));
            assertThat(data.getJson("/api/v1/events?entity_id=light.hall_light&limit=1")
                            .get(0)
                            .path("context")
                            .path("id")
                            .asText())
                    .isNotEmpty();
        }
    }

    private static void flip(String entity) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(homeAssistant.url() + "/api/services/input_boolean/toggle"))
                .header("Authorization", "Bearer " + homeAssistant.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"entity_id\": \"" + entity + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.sendAsync(request, BodyHandlers.ofString())
                            .get(60, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
