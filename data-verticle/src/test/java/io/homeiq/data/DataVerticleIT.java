package io.homeiq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.live.FeedSettings;
import io.homeiq.store.StoreException;
import io.homeiq.testing.FreePort;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVerticleIT {

    private static final String REGISTRY = """
            {"areas": [{"area_id": "hall", "name": "Hall"}, {"area_id": "porch", "name": "Porch"}],
             "devices": [{"id": "d1", "name": "Lamp", "area_id": "hall", "manufacturer": "Acme"}],
             "entities": [{"entity_id": "light.hall", "device_id": "d1", "platform": "mqtt"},
                          {"entity_id": "sensor.porch", "area_id": "porch"}],
             "config": {"time_zone": "Europe/Amsterdam"}}""";

    @TempDir
    Path folder;

    @TempDir
    Path files;

    @Test
    void listsWhatTheHomeConsistsOf() {
        try (RunningData data = new RunningData(folder)) {
            // When
            HttpResponse<String> loaded = data.post("/api/v1/registry", "application/json", REGISTRY);

            // Then
            assertThat(data.parse(loaded).path("entities").asInt()).isEqualTo(2);
            assertThat(data.getJson("/api/areas").path("areas")).hasSize(2);
            assertThat(data.getJson("/api/devices?manufacturer=Acme")
                            .path("devices")
                            .get(0)
                            .path("entity_count")
                            .asInt())
                    .isEqualTo(1);
            assertThat(data.getJson("/api/devices/d1").path("name").asText()).isEqualTo("Lamp");
            assertThat(data.getJson("/api/entities?domain=light")
                            .path("entities")
                            .get(0)
                            .path("area_id")
                            .asText())
                    .isEqualTo("hall");
            assertThat(data.getJson("/api/entities/by-area/porch").path("count").asInt())
                    .isEqualTo(1);
            assertThat(data.getJson("/api/entities/by-device/d1").path("count").asInt())
                    .isEqualTo(1);
            assertThat(data.getJson("/api/entities/sensor.porch").path("domain").asText())
                    .isEqualTo("sensor");
            assertThat(data.get("/api/entities/light.attic").statusCode()).isEqualTo(404);
            assertThat(data.get("/api/devices/d2").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void takesAutomationsAsTheirFileHasThem() {
        try (RunningData data = new RunningData(folder)) {
            // When
            HttpResponse<String> loaded = data.post("/api/v1/automations", "application/yaml", """
                    - id: '1'
                      alias: Porch light
                      triggers:
                        - trigger: sun
                          event: sunset
                      conditions: []
                      actions:
                        - action: light.turn_on
                          target:
                            entity_id: light.porch
                      mode: single
                    """);

            // Then
            assertThat(data.parse(loaded).path("automations").asInt()).isEqualTo(1);
            assertThat(data.get("/api/v1/automations").body()).contains("Porch light");
        }
    }

    @Test
    void refusesARegistryOrAutomationsThatAreNone() {
        try (RunningData data = new RunningData(folder)) {
            assertThat(data.post("/api/v1/registry", "application/json", "[1]").statusCode())
                    .isEqualTo(422);
            assertThat(data.post("/api/v1/registry", "application/json", "{\"a\":1}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(data.post("/api/v1/registry", "application/json", "{").statusCode())
                    .isEqualTo(422);
            HttpResponse<String> zone = data.post(
                    "/api/v1/registry", "application/json", "{\"config\": {\"time_zone\": \"Mars/Olympus\"}}");
            assertThat(zone.statusCode()).isEqualTo(422);
            assertThat(zone.body()).contains("Mars/Olympus");
            assertThat(data.post("/api/v1/automations", "application/yaml", "a: [")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(data.post("/api/v1/automations", "text/plain", "a").statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void knowsEverythingAgainAfterARestart() {
        // Given
        try (RunningData data = new RunningData(folder)) {
            data.post("/api/v1/registry", "application/json", REGISTRY);
            data.importText(files, "events.ndjson", Samples.ndjson(Samples.events(50, Samples.START)));
        }

        // When
        try (RunningData data = new RunningData(folder)) {

            // Then
            assertThat(data.getJson("/api/v1/events/stats").path("total_events").asInt())
                    .isEqualTo(50);
            assertThat(data.getJson("/api/areas").path("total").asInt()).isEqualTo(2);
        }
    }

    @Test
    void isReadyWhenItsPartsAre() {
        try (RunningData data = new RunningData(folder)) {
            // When
            JsonNode ready = data.getJson("/health/ready");

            // Then
            assertThat(ready.path("status").asText()).isEqualTo("UP");
            assertThat(ready.path("checks").toString())
                    .isEqualTo("{\"database\":\"UP\",\"history\":\"UP\",\"bus\":\"UP\"}");
        }
    }

    @Test
    void servesWhileHomeAssistantIsAwayAndSaysSo() {
        // Given
        LiveSource away = new LiveSource.HomeAssistant(
                HomeAssistantSettings.of(
                        HomeAssistantUrl.parse("http://127.0.0.1:" + FreePort.find()), new AccessToken("secret-token")),
                FeedSettings.DEFAULT);

        // When
        try (RunningData data = new RunningData(folder, away)) {

            // Then
            assertThat(data.getJson("/api/v1/events")).isEmpty();
            assertThat(data.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(data.get("/health/ready").body())
                    .contains("home_assistant")
                    .doesNotContain("secret-token");
            assertThat(data.post("/api/v1/registry", "application/json", REGISTRY)
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void letsNoSecondServiceWriteTheSameHistory() {
        try (RunningData data = new RunningData(folder)) {
            assertThat(data.port()).isPositive();
            assertThatThrownBy(() -> new RunningData(folder))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.IN_USE));
        }
    }
}
