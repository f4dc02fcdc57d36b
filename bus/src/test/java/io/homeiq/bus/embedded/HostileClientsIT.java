package io.homeiq.bus.embedded;

import static io.homeiq.bus.Futures.PATIENCE;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that break the rules, or just break, must not harm the others. */
class HostileClientsIT {

    private static final Topic TOPIC = new Topic("t/x");
    private static final byte[] CONNECT = {
        0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'c',
    };

    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort());
    private final MqttBus bus = MqttBus.open(vertx, MqttSettings.of("127.0.0.1", broker.port(), "well-behaved"));

    @AfterEach
    void stop() {
        get(bus.close());
        get(vertx.close());
        broker.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Whether the broker closed the connection. */
    private static boolean isCut(Socket socket) throws IOException {
        byte[] rest = new byte[1024];
        try {
            while (socket.getInputStream().read(rest) >= 0) {
                // What it said before.
            }
        } catch (java.net.SocketException reset) {
            return true;
        }
        return true;
    }

    private void assertStillServes() {
        Collector all = new Collector();
        get(bus.subscribe(TopicFilter.exactly(TOPIC), all));
        get(bus.publish(new Message(TOPIC, Buffer.buffer("alive"), false)));
        all.awaitText("alive");
    }

    @Test
    void cutsOffWhoSpeaksNoMqtt() throws IOException {
        try (Socket socket = connect()) {
            // When
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void cutsOffWhoPublishesBeforeHeConnects() throws IOException {
        try (Socket socket = connect()) {
            // When
            socket.getOutputStream().write(new byte[] {0x30, 4, 0, 1, 'a', 'x'});

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void cutsOffWhoConnectsTwice() throws IOException {
        try (Socket socket = connect()) {
            // When
            socket.getOutputStream().write(CONNECT);
            socket.getOutputStream().write(CONNECT);

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void cutsOffWhoPublishesOnAWildcard() throws IOException {
        try (Socket socket = connect()) {
            // When
            socket.getOutputStream().write(CONNECT);
            socket.getOutputStream().write(new byte[] {0x30, 4, 0, 1, '#', 'x'});

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void cutsOffWhoPublishesTooMuch() throws IOException {
        try (Socket socket = connect()) {
            // When: a packet that says to be 200 MB long
            socket.getOutputStream().write(CONNECT);
            socket.getOutputStream()
                    .write(new byte[] {0x30, (byte) 0x80, (byte) 0x88, (byte) 0xaf, 0x5f, 0, 1, 'a', 'x'});

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void cutsOffWhoGoesTooDeep() throws IOException {
        try (Socket socket = connect()) {
            // When
            socket.getOutputStream().write(CONNECT);
            byte[] packet = new byte[3 + 2 + 600];
            java.util.Arrays.fill(packet, (byte) '/');
            packet[0] = 0x30;
            packet[1] = (byte) (602 % 128 | 128);
            packet[2] = (byte) (602 / 128);
            packet[3] = (byte) (600 >> 8);
            packet[4] = (byte) 600;
            socket.getOutputStream().write(packet);

            // Then
            assertThat(isCut(socket)).isTrue();
        }
        assertStillServes();
    }

    @Test
    void servesOnWhileClientsComeAndGoInTheMiddleOfEverything() {
        // Given: clients that take each other's names, acknowledge late, wrongly or never, and leave without a word
        long seed = 7;
        Random random = new Random(seed);
        Collector all = new Collector();
        get(bus.subscribe(TopicFilter.exactly(TOPIC), all));
        List<Future<Void>> published = new ArrayList<>();
        AtomicInteger connected = new AtomicInteger();

        // When
        for (int i = 0; i < 300; i++) {
            Buffer payload = Buffer.buffer(Integer.toString(i));
            published.add(bus.publish(new Message(TOPIC, payload, false)));
            MqttClient client = MqttClient.create(
                    vertx,
                    new MqttClientOptions()
                            .setClientId("name " + random.nextInt(5))
                            .setCleanSession(random.nextBoolean())
                            .setAutoAck(false)
                            .setAckTimeout(5));
            int delay = 1 + random.nextInt(30);
            boolean polite = random.nextBoolean();
            client.publishHandler(message -> vertx.setTimer(delay, ignored -> acknowledge(message)));
            Future<?> round = client.connect(broker.port(), "127.0.0.1").onSuccess(ignored -> {
                connected.incrementAndGet();
                client.subscribe("t/#", MqttQoS.AT_LEAST_ONCE.value());
                vertx.setTimer(delay * 2L, later -> {
                    if (polite && client.isConnected()) {
                        client.disconnect();
                    }
                });
            });
            get(round.transform(ignored -> Future.succeededFuture()));
        }

        // Then
        get(Future.all(published));
        assertThat(all.awaitCount(300).messages()).as("seed %d", seed).hasSize(300);
        assertThat(connected.get()).as("seed %d", seed).isGreaterThan(250);
        assertStillServes();
    }

    private static void acknowledge(MqttPublishMessage message) {
        try {
            message.ack();
        } catch (RuntimeException lost) {
            // The client is gone, as it should be.
            assertThat(lost).isNotNull();
        }
    }
}
