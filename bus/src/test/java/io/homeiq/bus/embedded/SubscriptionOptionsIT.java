package io.homeiq.bus.embedded;

import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a subscriber of MQTT 5 can ask for, and what happens to one that does not read. */
class SubscriptionOptionsIT {

    private static final int NO_LOCAL = 0b100;
    private static final int RETAINED_ONLY_IF_NEW = 0b01_0000;
    private static final int NOTHING_RETAINED = 0b10_0000;

    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort());
    private final MqttBus bus = MqttBus.open(vertx, MqttSettings.of("127.0.0.1", broker.port(), "bus"));

    @AfterEach
    void stop() {
        get(bus.close());
        get(vertx.close());
        broker.close();
    }

    private void publish(String text, boolean retained) {
        get(bus.publish(new Message(new Topic("a"), Buffer.buffer(text), retained)));
    }

    @Test
    void sendsNothingRetainedToWhoDoesNotWantIt() throws IOException {
        // Given
        publish("kept", true);
        try (RawClient client = RawClient.connect(broker.port(), "raw")) {

            // When
            client.subscribe("a", NOTHING_RETAINED);
            publish("news", false);

            // Then
            assertThat(client.read()).endsWith("news");
        }
    }

    @Test
    void sendsTheRetainedOnceToWhoWantsItWhenNew() throws IOException {
        // Given
        publish("kept", true);
        try (RawClient client = RawClient.connect(broker.port(), "raw")) {

            // When
            client.subscribe("a", RETAINED_ONLY_IF_NEW);
            assertThat(client.read()).endsWith("kept");
            client.subscribe("a", RETAINED_ONLY_IF_NEW);
            publish("news", false);

            // Then
            assertThat(client.read()).endsWith("news");
        }
    }

    @Test
    void doesNotSendBackWhatTheSubscriberSaidItself() throws IOException {
        try (RawClient client = RawClient.connect(broker.port(), "raw")) {
            // Given
            client.subscribe("a", NO_LOCAL);

            // When
            client.publish("a", "my own");
            publish("of others", false);

            // Then
            assertThat(client.read()).endsWith("of others");
        }
    }

    @Test
    void leavesOutWhatASlowSubscriberDoesNotRead() throws IOException {
        // Given
        int messages = 2_000;
        byte[] payload = new byte[50_000];
        MqttClient publisher = MqttClient.create(
                vertx, new MqttClientOptions().setClientId("publisher").setMaxMessageSize(1 << 20));
        get(publisher.connect(broker.port(), "127.0.0.1"));
        try (RawClient slow = RawClient.connect(broker.port(), "slow")) {
            slow.subscribe("#", 0);

            // When
            for (int i = 0; i < messages; i++) {
                get(publisher.publish("flood", Buffer.buffer(payload), MqttQoS.AT_MOST_ONCE, false, false));
            }

            // Then: it reads what the system and the bound hold, and then there is room again for what comes now
            Message marker = new Message(new Topic("a"), Buffer.buffer("marker"), false);
            vertx.setPeriodic(20, ignored -> bus.publish(marker));
            int read = 0;
            while (!slow.read().endsWith("marker")) {
                read++;
            }
            assertThat(read).isLessThan(messages / 2);
        }
        publisher.disconnect();
    }
}
