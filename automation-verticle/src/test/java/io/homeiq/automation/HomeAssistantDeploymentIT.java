package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.deploy.HomeAssistantDeployer;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real Home Assistant. */
class HomeAssistantDeploymentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void anApprovedAutomationIsThereWithItsLabelAndGoneAfterARollback() {
        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome()) {
            HomeAssistantSettings settings =
                    HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(home.token()));
            try (Station station = new Station(folder, vertx -> new HomeAssistantDeployer(vertx, settings))) {
                // Given
                HomeAssistantRest rest = new HomeAssistantRest(station.vertx, settings);
                station.detected(proven("lamp"));
                await().untilAsserted(() ->
                        assertThat(station.announced(SuggestionCreated.class)).hasSize(1));

                // When
                station.post("/api/suggestions/sug_lamp/approve", "");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(station.announced(AutomationDeployed.class))
                                .hasSize(1));
                boolean there = Station.await(rest.automation("homeiq_lamp")).isPresent();
                String entity =
                        station.announced(AutomationDeployed.class).getFirst().location();
                JsonNode labels = labels(station, settings, entity);
                JsonNode again = station.post("/api/deploy/sug_lamp", "");
                station.post("/api/deploy/homeiq_lamp/rollback", "");

                // Then
                assertThat(there).isTrue();
                assertThat(entity).startsWith("automation.");
                assertThat(labels.toString()).contains("homeiq");
                assertThat(again.path("message").asText()).contains("nothing was changed");
                assertThat(Station.await(rest.automation("homeiq_lamp"))).isEmpty();
                await().untilAsserted(() -> assertThat(station.announced(AutomationRolledBack.class))
                        .hasSize(1));
            }
        }
    }

    private static JsonNode labels(Station station, HomeAssistantSettings settings, String entity) {
        return Station.await(HomeAssistantSocket.connect(station.vertx, settings)
                        .compose(socket -> socket.command(new JsonObject()
                                        .put("type", "config/entity_registry/get")
                                        .put("entity_id", entity))
                                .eventually(socket::close)))
                .path("labels");
    }
}
