package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Collector;
import io.homeiq.bus.Futures;
import io.homeiq.bus.Message;
import io.homeiq.bus.embedded.EmbeddedBroker;
import io.homeiq.bus.embedded.EmbeddedBrokerSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bus does, and tells, when there is no broker that wants it. */
class MqttBusWithoutBrokerIT {

    private static final Topic TOPIC = new Topic("homeiq/v1/test/event/pattern.detected");
    private static final MqttLimits QUICK = MqttLimits.DEFAULT
            .withReconnectDelay(Duration.ofMillis(20), Duration.ofMillis(100))
            .withPatience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final MqttLimits IMPATIENT =
            QUICK.withPatience(Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    private static String awaitProblem(MqttBus bus) {
        await("a problem")
                .until(() -> bus.status() instanceof LinkStatus.Connecting connecting && connecting.problem() != null);
        return Objects.requireNonNull(((LinkStatus.Connecting) bus.status()).problem());
    }

    private static Message text(String text) {
        return new Message(TOPIC, Buffer.buffer(text), false);
    }

    @Test
    void neitherHangsNorThrowsWithoutABroker() {
        // Given
        MqttBus bus = MqttBus.open(
                vertx, MqttSettings.of("127.0.0.1", FreePort.find(), "one").withLimits(QUICK));

        // When
        Future<Void> published = bus.publish(text("waiting"));
        get(bus.subscribe(TopicFilter.exactly(TOPIC), new Collector()));

        // Then
        assertThat(awaitProblem(bus)).contains("Connection refused");
        assertThat(bus.isConnected()).isFalse();
        assertThat(published.isComplete()).isFalse();
        get(bus.close());
        assertFails(published, Kind.CLOSED);
        assertThat(bus.status()).isEqualTo(new LinkStatus.Closed());
    }

    @Test
    void connectsToABrokerThatStartsLater() {
        // Given
        int port = FreePort.find();
        MqttBus bus =
                MqttBus.open(vertx, MqttSettings.of("127.0.0.1", port, "one").withLimits(QUICK));
        Collector all = new Collector();
        get(bus.subscribe(TopicFilter.exactly(TOPIC), all));
        Future<Void> published = bus.publish(text("waiting"));
        awaitProblem(bus);

        // When
        EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onPort(port));

        // Then
        get(published);
        all.awaitText("waiting");
        get(bus.close());
        broker.close();
    }

    @Test
    void givesUpOnABrokerThatSaysNothing() throws IOException {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            MqttSettings settings =
                    MqttSettings.of("127.0.0.1", silent.getLocalPort(), "one").withLimits(IMPATIENT);

            // When
            MqttBus bus = MqttBus.open(vertx, settings);

            // Then
            assertThat(awaitProblem(bus)).isEqualTo("no answer within PT0.3S");
            get(bus.close());
        }
    }

    @Test
    void saysThatTheHostIsUnknown() {
        // When
        MqttBus bus = MqttBus.open(
                vertx, MqttSettings.of("no-such-host.invalid", 1883, "one").withLimits(QUICK));

        // Then
        assertThat(awaitProblem(bus)).contains("no-such-host.invalid");
        get(bus.close());
    }

    @Test
    void namesTheUserButNotThePasswordThatTheBrokerRefuses() {
        // Given
        try (MosquittoProcess mosquitto = MosquittoProcess.startWithLogin("homeiq", "the right one")) {
            MqttSettings settings = MqttSettings.of(mosquitto.host(), mosquitto.port(), "one")
                    .withLimits(QUICK)
                    .withCredentials(new Credentials("homeiq", "a-wrong-secret"));

            // When
            MqttBus bus = MqttBus.open(vertx, settings);

            // Then
            assertThat(awaitProblem(bus)).isEqualTo("the broker refused the user name homeiq or its password");
            assertThat(bus.status().toString() + settings).doesNotContain("a-wrong-secret");
            get(bus.close());
        }
    }

    @Test
    void saysThatTheBrokerWantsAUser() {
        // Given
        try (MosquittoProcess mosquitto = MosquittoProcess.startWithLogin("homeiq", "the right one")) {

            // When
            MqttBus bus = MqttBus.open(
                    vertx,
                    MqttSettings.of(mosquitto.host(), mosquitto.port(), "one").withLimits(QUICK));

            // Then
            assertThat(awaitProblem(bus)).isEqualTo("the broker wants a user name and password");
            get(bus.close());
        }
    }

    @Test
    void comesInWithTheRightPassword() {
        // Given
        try (MosquittoProcess mosquitto = MosquittoProcess.startWithLogin("homeiq", "the right one")) {
            MqttSettings settings = MqttSettings.of(mosquitto.host(), mosquitto.port(), "one")
                    .withLimits(QUICK)
                    .withCredentials(new Credentials("homeiq", "the right one"));

            // When
            MqttBus bus = MqttBus.open(vertx, settings);

            // Then
            get(bus.publish(text("inside")));
            assertThat(bus.status()).isEqualTo(new LinkStatus.Connected());
            get(bus.close());
        }
    }

    @Test
    void failsASubscriptionThatTheBrokerRefuses() {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort())) {
            MqttBus bus = MqttBus.open(
                    vertx, MqttSettings.of("127.0.0.1", broker.port(), "one").withLimits(QUICK));
            TopicFilter tooDeep = new TopicFilter("a/".repeat(200));

            // When
            Future<?> whileConnecting = bus.subscribe(tooDeep, new Collector());
            await().until(bus::isConnected);
            Future<?> whileConnected = bus.subscribe(tooDeep, new Collector());

            // Then
            assertFails(whileConnecting, Kind.REFUSED);
            assertThat(Futures.failure(whileConnected)).hasMessageContaining(tooDeep.value());
            assertThat(bus.isConnected()).isTrue();
            get(bus.close());
        }
    }

    @Test
    void twoBusesWithOneClientIdDoNotStormTheBroker() {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort())) {
            MqttSettings settings =
                    MqttSettings.of("127.0.0.1", broker.port(), "same").withLimits(QUICK);
            MqttBus first = MqttBus.open(vertx, settings);
            await().until(first::isConnected);

            // When
            MqttBus second = MqttBus.open(vertx, settings.withSeed(2));

            // Then: each throws the other out, and waits longer each time
            await().until(() ->
                    first.status() instanceof LinkStatus.Connecting connecting && connecting.failures() >= 3);
            get(first.close());
            await().until(second::isConnected);
            get(second.close());
        }
    }
}
