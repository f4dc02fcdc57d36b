package io.homeiq.data.statestream;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Bus;
import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.data.LiveSource;
import io.homeiq.data.RunningData;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream as Home Assistant publishes it, played on a real broker. */
class StatestreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BASE = "homeassistant/statestream";
    private static final Instant T1 = Instant.parse("2026-03-10T06:00:00Z");

    @TempDir
    Path folder;

    private MosquittoProcess broker;
    private Vertx vertx;
    private Bus home;

    @BeforeEach
    void connect() {
        broker = MosquittoProcess.startInMemory();
        vertx = Vertx.vertx();
        home = MqttBus.open(vertx, MqttSettings.of(broker.host(), broker.port(), "played-home"));
    }

    @AfterEach
    void disconnect() {
        await(home.close());
        await(vertx.close());
        broker.close();
    }

    @Test
    void keepsEachChangeWithTheStateBeforeAndHomeAssistantsTime() {
        // Given
        update("light/hall", "off", T1, T1);
        try (RunningData data = start()) {
            awaitTaken(data, 4);

            // When
            update("light/hall", "on", T1.plusSeconds(1), T1.plusSeconds(1));
            update("sensor/porch", "21.5", T1.plusSeconds(2), T1.plusSeconds(2));
            update("light/hall", "off", T1.plusSeconds(3), T1.plusSeconds(3));

            // Then
            awaitChanges(
                    data,
                    tuple("light.hall", "off", "on", T1.plusSeconds(1)),
                    tuple("sensor.porch", "", "21.5", T1.plusSeconds(2)),
                    tuple("light.hall", "on", "off", T1.plusSeconds(3)));
            JsonNode first = data.getJson("/api/v1/events?entity_id=light.hall&order=asc&limit=1")
                    .get(0);
            assertThat(first.at("/attributes/friendly_name").asText()).isEqualTo("light/hall");
        }
    }

    @Test
    void findsWhatChangedWhileItWasAwayAndDoublesNothing() {
        // Given
        try (RunningData data = start()) {
            update("light/hall", "off", T1, T1);
            update("light/porch", "off", T1, T1);
            awaitChanges(data, tuple("light.hall", "", "off", T1), tuple("light.porch", "", "off", T1));
        }
        update("light/hall", "on", T1.plusSeconds(60), T1.plusSeconds(60));

        // When
        try (RunningData data = start()) {
            update("light/porch", "on", T1.plusSeconds(120), T1.plusSeconds(120));

            // Then
            awaitChanges(
                    data,
                    tuple("light.hall", "", "off", T1),
                    tuple("light.porch", "", "off", T1),
                    tuple("light.hall", "off", "on", T1.plusSeconds(60)),
                    tuple("light.porch", "off", "on", T1.plusSeconds(120)));
        }
    }

    @Test
    void knowsTheEntitiesButLeavesARegistryThatWasLoaded() {
        try (RunningData data = start()) {
            // Given
            int status = data.post("/api/v1/registry", "application/json", """
                            {"areas": [{"area_id": "hall", "name": "Hall"}],
                             "entities": [{"entity_id": "light.hall", "area_id": "hall", "name": "My lamp"}]}""").statusCode();

            // When
            update("light/hall", "on", T1, T1);
            update("light/porch", "on", T1, T1);

            // Then
            assertThat(status).isEqualTo(200);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    data.getJson("/api/entities").path("total").asInt())
                            .isEqualTo(2));
            assertThat(data.getJson("/api/entities/light.hall").path("area_id").asText())
                    .isEqualTo("hall");
            assertThat(data.getJson("/api/entities/light.hall").toString()).contains("My lamp");
            assertThat(data.getJson("/api/entities/light.porch").toString())
                    .contains("light/porch", SeenEntities.PLATFORM);
        }
    }

    @Test
    void countsWhatItCannotRead() {
        try (RunningData data = start()) {
            // When
            say("light/hall/brightness", "{");
            say("Light/hall/state", "on");

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(messages(data, "unreadable")).isEqualTo(2));
            assertThat(data.getJson("/api/v1/events")).isEmpty();
        }
    }

    private RunningData start() {
        return new RunningData(
                folder,
                new LiveSource.Statestream(BASE),
                InstantSource.system(),
                own -> MqttBus.open(own, MqttSettings.of(broker.host(), broker.port(), "data")));
    }

    /** As Home Assistant does with times and attributes on. */
    private void update(String entity, String state, Instant updated, Instant changed) {
        say(entity + "/state", state);
        say(entity + "/last_updated", updated.toString().replace("Z", "+00:00"));
        say(entity + "/last_changed", changed.toString().replace("Z", "+00:00"));
        say(entity + "/friendly_name", "\"" + entity + "\"");
    }

    private void say(String topic, String payload) {
        await(home.publish(new Message(new Topic(BASE + "/" + topic), Buffer.buffer(payload), true)));
    }

    private static void awaitTaken(RunningData data, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(data, "taken")).isEqualTo(count));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(data.metric("homeiq_statestream_updates_total"))
                        .isPositive());
    }

    private static double messages(RunningData data, String outcome) {
        return data.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("homeiq_statestream_messages_total{")
                        && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void awaitChanges(RunningData data, Tuple... changes) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(changes(data)).containsExactly(changes));
    }

    private static List<Tuple> changes(RunningData data) {
        JsonNode events = data.getJson("/api/v1/events?order=asc&limit=100");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> tuple(
                        event.path("entity_id").asText(),
                        event.at("/old_state/state").asText(),
                        event.at("/new_state/state").asText(),
                        Instant.parse(event.path("timestamp").asText())))
                .toList();
    }
}
