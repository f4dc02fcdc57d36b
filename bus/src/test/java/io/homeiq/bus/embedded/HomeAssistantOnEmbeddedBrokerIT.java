package io.homeiq.bus.embedded;

import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A real Home Assistant with its default settings, which speaks MQTT 5, lives on our broker. */
class HomeAssistantOnEmbeddedBrokerIT {

    private static final Duration APPEARS_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String DISCOVERY = """
            {"device": {"identifiers": ["homeiq_test"], "name": "Bench"},
             "origin": {"name": "homeiq"},
             "availability_topic": "bench/available",
             "components": {
               "level": {"platform": "sensor", "unique_id": "bench_level", "default_entity_id": "sensor.bench_level",
                         "name": "Level", "state_topic": "bench/level"},
               "push": {"platform": "button", "unique_id": "bench_push", "default_entity_id": "button.bench_push",
                        "name": "Push", "command_topic": "bench/push"}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    private static HttpRequest.Builder request(HomeAssistantProcess home, String path) {
        return HttpRequest.newBuilder(URI.create(home.url() + path)).header("Authorization", "Bearer " + home.token());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void awaitState(HomeAssistantProcess home, String entity, String state) {
        await(entity + " is " + state)
                .pollInterval(LOOK_EVERY)
                .atMost(APPEARS_WITHIN)
                .untilAsserted(() -> assertThat(
                                send(request(home, "/api/states/" + entity).build()))
                        .startsWith("200")
                        .contains("\"state\":\"" + state + "\""));
    }

    private static void publish(MqttBus bus, String topic, String text, boolean retained) {
        get(bus.publish(new Message(new Topic(topic), Buffer.buffer(text), retained)));
    }

    @Test
    void joinsSeesADiscoveredDeviceAndComesBack() {
        // Given
        Vertx vertx = Vertx.vertx();
        EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort());
        MqttBus bus = MqttBus.open(vertx, MqttSettings.of("127.0.0.1", broker.port(), "homeiq"));
        Collector birth = new Collector();
        Collector pushes = new Collector();
        get(bus.subscribe(new TopicFilter("homeassistant/status"), birth));
        get(bus.subscribe(new TopicFilter("bench/push"), pushes));

        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome("127.0.0.1", broker.port())) {
            birth.awaitText("online");

            // When
            publish(bus, "homeassistant/device/bench/config", DISCOVERY, true);
            publish(bus, "bench/available", "online", true);
            publish(bus, "bench/level", "42", true);

            // Then: it appears, and what is done there comes here
            awaitState(home, "sensor.bench_level", "42");
            String answer = send(request(home, "/api/services/button/press")
                    .POST(BodyPublishers.ofString("{\"entity_id\": \"button.bench_push\"}"))
                    .build());
            assertThat(answer).startsWith("200");
            pushes.awaitText("PRESS");

            // And: after its restart it finds what was retained
            home.restart();
            awaitState(home, "sensor.bench_level", "42");

            // And: after the broker's restart it joins again
            int port = broker.port();
            broker.close();
            broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onPort(port));
            await().until(bus::isConnected);
            publish(bus, "bench/available", "online", true);
            EmbeddedBroker again = broker;
            await("Home Assistant is back")
                    .pollInterval(LOOK_EVERY)
                    .atMost(APPEARS_WITHIN)
                    .untilAsserted(() -> {
                        assertThat(again.port()).isEqualTo(port);
                        publish(bus, "bench/level", "43", true);
                        assertThat(send(request(home, "/api/states/sensor.bench_level")
                                        .build()))
                                .contains("\"state\":\"43\"");
                    });
        } finally {
            get(bus.close());
            get(vertx.close());
            broker.close();
        }
    }
}
