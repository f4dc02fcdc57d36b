package io.homeiq.data.statestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.LiveSource;
import io.homeiq.data.RunningData;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Home Assistant that gives nothing but its stream. */
class StatestreamHomeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SWITCH = "input_boolean.lamp";
    private static final String NUMBER = "input_number.level";
    private static final String CONFIGURATION = """
            homeassistant:
              name: Home with a stream
              time_zone: Europe/Amsterdam
            api:
            config:
            mqtt_statestream:
              base_topic: homeassistant/statestream
              publish_attributes: true
              publish_timestamps: true
            input_boolean:
              lamp: {name: Lamp, initial: false}
            input_number:
              level: {name: Level, min: 0, max: 100, initial: 1, unit_of_measurement: lx}
            """;

    @TempDir
    Path homeFolder;

    @TempDir
    Path dataFolder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final WireJson json = new WireJson();

    @Test
    void itsChangesArriveWithTheStatesAndTimesThatItTells() throws Exception {
        // Given
        Files.writeString(homeFolder.resolve("configuration.yaml"), CONFIGURATION);
        try (MosquittoProcess broker = MosquittoProcess.startInMemory();
                HomeAssistantProcess home = HomeAssistantProcess.startIn(homeFolder, broker.host(), broker.port())) {
            // It joined the broker after its first start, and the stream wants to find that done.
            home.restart();
            List<Instant> times = new ArrayList<>();
            try (RunningData data = start(broker)) {
                // When
                for (String service : List.of("turn_on", "turn_off", "turn_on")) {
                    call(home, "input_boolean/" + service, "{\"entity_id\": \"" + SWITCH + "\"}");
                    times.add(changed(home, SWITCH));
                }
                for (int level = 2; level <= 21; level++) {
                    call(
                            home,
                            "input_number/set_value",
                            "{\"entity_id\": \"" + NUMBER + "\", \"value\": " + level + "}");
                }

                // Then
                List<JsonNode> lamp = events(data, SWITCH, 3);
                assertThat(lamp).extracting(StatestreamHomeIT::after).containsExactly("on", "off", "on");
                assertThat(lamp).extracting(StatestreamHomeIT::time).containsExactlyElementsOf(times);
                assertThat(lamp.subList(1, 3))
                        .extracting(event -> event.at("/old_state/state").asText())
                        .containsExactly("on", "off");
                assertThat(lamp)
                        .allSatisfy(event -> assertThat(
                                        event.at("/attributes/friendly_name").asText())
                                .isEqualTo("Lamp"));
                assertThat(events(data, NUMBER, 20)
                                .getLast()
                                .at("/new_state/state")
                                .asText())
                        .isEqualTo("21.0");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        data.get("/api/entities/" + NUMBER).body())
                                .contains("Level"));
            }

            // And: what happens while nobody listens is found afterwards, once
            call(home, "input_boolean/turn_off", "{\"entity_id\": \"" + SWITCH + "\"}");
            times.add(changed(home, SWITCH));
            try (RunningData data = start(broker)) {
                List<JsonNode> lamp = events(data, SWITCH, 4);
                assertThat(lamp).extracting(StatestreamHomeIT::time).containsExactlyElementsOf(times);
                assertThat(lamp.getLast().at("/old_state/state").asText()).isEqualTo("on");
            }
        }
    }

    private RunningData start(MosquittoProcess broker) {
        return new RunningData(
                dataFolder,
                new LiveSource.Statestream("homeassistant/statestream"),
                InstantSource.system(),
                vertx -> MqttBus.open(vertx, MqttSettings.of(broker.host(), broker.port(), "data")));
    }

    private static List<JsonNode> events(RunningData data, String entity, int count) {
        String path = "/api/v1/events?order=asc&limit=100&entity_id=" + entity;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(data.getJson(path)).hasSize(count));
        List<JsonNode> events = new ArrayList<>();
        data.getJson(path).forEach(events::add);
        return events;
    }

    private static String after(JsonNode event) {
        return event.at("/new_state/state").asText();
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("timestamp").asText());
    }

    private Instant changed(HomeAssistantProcess home, String entity) throws Exception {
        String state = send(request(home, "/api/states/" + entity).GET().build());
        return Instant.parse(
                json.read(state, JsonNode.class).path("last_changed").asText().replace("+00:00", "Z"));
    }

    private void call(HomeAssistantProcess home, String service, String body) throws Exception {
        send(request(home, "/api/services/" + service)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(HomeAssistantProcess home, String path) {
        return HttpRequest.newBuilder(URI.create(home.url() + path)).header("Authorization", "Bearer " + home.token());
    }

    private String send(HttpRequest request) throws Exception {
        var response = client.sendAsync(request, BodyHandlers.ofString()).get(60, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
