package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;

import io.homeiq.bus.Message;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A mosquitto of its own for each test, and buses that are quick to notice and to come back. */
abstract class OnMosquitto {

    static final Topic TOPIC = new Topic("homeiq/v1/test/event/pattern.detected");
    static final TopicFilter FILTER = TopicFilter.exactly(TOPIC);
    static final MqttLimits QUICK = MqttLimits.DEFAULT
            .withReconnectDelay(Duration.ofMillis(20), Duration.ofMillis(200))
            .withPatience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(1))
            .withDelivery(
                    new DeliveryLimits(2, Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofSeconds(60), 1_000));

    final Vertx vertx = Vertx.vertx();
    private final List<MqttBus> open = new ArrayList<>();
    MosquittoProcess mosquitto;

    @BeforeEach
    void start() {
        mosquitto = MosquittoProcess.startInMemory();
    }

    @AfterEach
    void stop() {
        open.forEach(bus -> get(bus.close()));
        get(vertx.close());
        mosquitto.close();
    }

    MqttSettings settings(String clientId) {
        return MqttSettings.of(mosquitto.host(), mosquitto.port(), clientId).withLimits(QUICK);
    }

    /** For a bus whose process dies: it does not come back in the last moments of its Vert.x. */
    MqttSettings mortal(String clientId) {
        return settings(clientId).withLimits(QUICK.withReconnectDelay(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    MqttBus open(MqttSettings settings) {
        MqttBus bus = MqttBus.open(vertx, settings);
        open.add(bus);
        return bus;
    }

    MqttBus connect(MqttSettings settings) {
        MqttBus bus = open(settings);
        awaitConnected(bus);
        return bus;
    }

    static void awaitConnected(MqttBus bus) {
        await("connection").until(bus::isConnected);
    }

    static void awaitLost(MqttBus bus) {
        await("loss of the connection").until(() -> !bus.isConnected());
    }

    static Message text(String text) {
        return new Message(TOPIC, Buffer.buffer(text), false);
    }
}
