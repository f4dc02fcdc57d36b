package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a bus when its broker, its network or its process does not live up to expectations. */
class MqttBusIT {

    private static final Topic TOPIC = new Topic("homeiq/v1/test/event/pattern.detected");
    private static final TopicFilter FILTER = TopicFilter.exactly(TOPIC);
    private static final MqttLimits QUICK = MqttLimits.DEFAULT
            .withReconnectDelay(Duration.ofMillis(20), Duration.ofMillis(200))
            .withPatience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(1))
            .withDelivery(
                    new DeliveryLimits(2, Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofSeconds(60), 1_000));

    private final Vertx vertx = Vertx.vertx();
    private final List<MqttBus> open = new ArrayList<>();
    private MosquittoProcess mosquitto;

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

    private MqttSettings settings(String clientId) {
        return MqttSettings.of(mosquitto.host(), mosquitto.port(), clientId).withLimits(QUICK);
    }

    /** For a bus whose process dies: it does not come back in the last moments of its Vert.x. */
    private MqttSettings mortal(String clientId) {
        return settings(clientId).withLimits(QUICK.withReconnectDelay(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    private MqttBus open(MqttSettings settings) {
        MqttBus bus = MqttBus.open(vertx, settings);
        open.add(bus);
        return bus;
    }

    private MqttBus connect(MqttSettings settings) {
        MqttBus bus = open(settings);
        awaitConnected(bus);
        return bus;
    }

    private static void awaitConnected(MqttBus bus) {
        await("connection").until(bus::isConnected);
    }

    private static void awaitLost(MqttBus bus) {
        await("loss of the connection").until(() -> !bus.isConnected());
    }

    private static Message text(String text) {
        return new Message(TOPIC, Buffer.buffer(text), false);
    }

    @Test
    void publishesAfterTheBrokerIsBackWhatWaitedMeanwhile() {
        // Given
        MqttBus bus = connect(settings("one"));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        mosquitto.kill();
        awaitLost(bus);
        List<String> sent = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        List<Future<Void>> acknowledged =
                sent.stream().map(one -> bus.publish(text(one))).toList();
        assertThat(acknowledged).noneMatch(Future::isComplete);

        // When
        mosquitto.start();

        // Then
        get(Future.all(acknowledged));
        assertThat(all.awaitCount(sent.size()).texts()).isEqualTo(sent);
    }

    @Test
    void subscribesAgainAfterTheBrokerWasKilled() {
        // Given
        MqttBus subscriber = connect(settings("subscriber"));
        MqttBus publisher = connect(settings("publisher"));
        Collector all = new Collector();
        get(subscriber.subscribe(FILTER, all));

        // When
        mosquitto.kill();
        awaitLost(subscriber);
        mosquitto.start();
        awaitConnected(subscriber);

        // Then
        get(publisher.publish(text("news")));
        all.awaitText("news");
    }

    @Test
    void tellsListenersOfEachConnectionWithItsSubscriptions() {
        // Given
        MqttBus bus = connect(settings("one"));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        AtomicInteger connections = new AtomicInteger();
        bus.onConnected(() -> bus.publish(text("connection " + connections.incrementAndGet())));
        all.awaitText("connection 1");

        // When
        mosquitto.restart();

        // Then
        all.awaitText("connection 2");
    }

    @Test
    void sendsAgainWhatWasNotAcknowledgedWhenTheConnectionBroke() {
        // Given
        MqttBus bus = connect(settings("one"));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        mosquitto.freeze();
        List<Future<Void>> acknowledged = IntStream.range(0, 100)
                .mapToObj(i -> bus.publish(text(Integer.toString(i))))
                .toList();

        // When
        mosquitto.kill();
        mosquitto.start();

        // Then
        get(Future.all(acknowledged));
        assertThat(all.awaitCount(100).texts().stream().distinct().toList())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }

    @Test
    void noticesAHalfOpenConnection() {
        // Given
        MqttBus bus = connect(settings("one"));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));

        // When
        mosquitto.freeze();
        awaitLost(bus);
        mosquitto.thaw();

        // Then
        awaitConnected(bus);
        get(bus.publish(text("alive")));
        all.awaitText("alive");
    }

    @Test
    void failsAPublicationThatIsNotAcknowledgedInTime() {
        // Given
        MqttBus bus = connect(settings("one")
                .withLimits(QUICK.withPatience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(60))));
        mosquitto.freeze();

        // When
        Future<Void> published = bus.publish(text("lost"));

        // Then
        assertFails(published, Kind.TIMEOUT);
        awaitLost(bus);
        mosquitto.thaw();
        awaitConnected(bus);
    }

    @Test
    void refusesWhatTheQueueCannotHold() {
        // Given
        MqttBus bus = connect(settings("one").withLimits(QUICK.withQueue(10, 1_000)));
        mosquitto.kill();
        awaitLost(bus);
        List<Future<Void>> waiting = IntStream.range(0, 10)
                .mapToObj(i -> bus.publish(text(Integer.toString(i))))
                .toList();

        // When
        Future<Void> oneMore = bus.publish(text("one more"));

        // Then
        assertFails(oneMore, Kind.QUEUE_FULL);
        mosquitto.start();
        get(Future.all(waiting));
        get(bus.publish(text("room again")));
    }

    @Test
    void refusesMoreBytesThanTheQueueCanHold() {
        // Given
        MqttBus bus = connect(settings("one").withLimits(QUICK.withQueue(10, 1_000)));
        mosquitto.kill();
        awaitLost(bus);
        Future<Void> waiting = bus.publish(new Message(TOPIC, Buffer.buffer(new byte[900]), false));

        // When
        Future<Void> oneMore = bus.publish(new Message(TOPIC, Buffer.buffer(new byte[101]), false));

        // Then
        assertFails(oneMore, Kind.QUEUE_FULL);
        mosquitto.start();
        get(waiting);
    }

    @Test
    void sendsMoreThanTheWindowHolds() {
        // Given
        MqttBus bus = connect(settings("one").withLimits(QUICK.withInFlight(2)));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        List<String> sent = IntStream.range(0, 300).mapToObj(Integer::toString).toList();

        // When
        List<Future<Void>> acknowledged =
                sent.stream().map(one -> bus.publish(text(one))).toList();

        // Then
        get(Future.all(acknowledged));
        assertThat(all.awaitCount(sent.size()).texts()).isEqualTo(sent);
    }

    @Test
    void getsAnUnacknowledgedMessageAgainOnTheNextConnection() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable"));
        awaitConnected(dying);
        List<String> failed = new CopyOnWriteArrayList<>();
        get(dying.subscribe(FILTER, message -> {
            failed.add(message.payload().toString());
            return Future.failedFuture(new IllegalStateException("never"));
        }));
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("precious")));
        await().until(() -> failed.size() == QUICK.delivery().attempts());

        // When
        get(former.close());
        MqttBus successor = open(settings("stable"));

        // Then
        Collector all = new Collector();
        get(successor.subscribe(FILTER, all));
        all.awaitText("precious");
    }

    @Test
    void getsWhatCameWhileTheProcessWasAwayEvenIfItSubscribesLate() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable"));
        get(dying.subscribe(FILTER, new Collector()));
        awaitConnected(dying);
        get(former.close());
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("meanwhile")));

        // When
        MqttBus successor = connect(settings("stable"));
        Collector marker = new Collector();
        get(successor.subscribe(new TopicFilter("marker"), marker));
        get(publisher.publish(new Message(new Topic("marker"), Buffer.buffer("the rest has come"), false)));
        marker.awaitText("the rest has come");
        Collector late = new Collector();
        get(successor.subscribe(FILTER, late));

        // Then
        late.awaitText("meanwhile");
    }

    @Test
    void startsAfreshWithoutAPersistentSession() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable").withPersistentSession(false));
        get(dying.subscribe(FILTER, new Collector()));
        awaitConnected(dying);
        get(former.close());
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("meanwhile")));

        // When
        MqttBus successor = connect(settings("stable").withPersistentSession(false));
        Collector late = new Collector();
        get(successor.subscribe(FILTER, late));

        // Then
        get(publisher.publish(text("later")));
        assertThat(late.awaitText("later").texts()).containsExactly("later");
    }

    @Test
    void takesBackASubscriptionThatWasCancelledWhileTheBrokerWasAway() {
        // Given
        MosquittoProcess lasting = MosquittoProcess.startPersistent();
        MqttBus bus =
                connect(MqttSettings.of(lasting.host(), lasting.port(), "one").withLimits(QUICK));
        Collector left = new Collector();
        Subscription subscription = get(bus.subscribe(FILTER, left));
        lasting.stop();
        awaitLost(bus);
        get(subscription.cancel());

        // When
        lasting.start();
        awaitConnected(bus);

        // Then: the broker, which remembers the session, does not send it any more
        get(bus.publish(text("nobody wants this")));
        Collector again = new Collector();
        get(bus.subscribe(FILTER, again));
        get(bus.publish(text("news")));
        assertThat(again.awaitText("news").texts()).containsExactly("news");
        assertThat(left.texts()).isEmpty();
        get(bus.close());
        lasting.close();
    }

    @Test
    void tellsThatItIsThereAndThatItLeft() {
        // Given
        Topic presence = new Topic("homeiq/v1/test/state/bridge");
        MqttBus observer = connect(settings("observer"));
        Collector states = new Collector();
        get(observer.subscribe(TopicFilter.exactly(presence), states));

        // When
        MqttBus bus = connect(settings("one").withPresence(Presence.on(presence)));
        states.awaitText("online");
        get(bus.close());

        // Then
        assertThat(states.awaitText("offline").texts()).containsExactly("online", "offline");
    }

    @Test
    void letsTheBrokerTellThatItDied() {
        // Given
        Topic presence = new Topic("homeiq/v1/test/state/bridge");
        MqttBus observer = connect(settings("observer"));
        Collector states = new Collector();
        get(observer.subscribe(TopicFilter.exactly(presence), states));
        Vertx process = Vertx.vertx();
        MqttBus dying = MqttBus.open(process, mortal("one").withPresence(Presence.on(presence)));
        awaitConnected(dying);
        states.awaitText("online");

        // When
        get(process.close());

        // Then
        assertThat(states.awaitText("offline").texts()).containsExactly("online", "offline");
    }

    @Test
    void survivesAMessageThatIsLargerThanItTakes() throws Exception {
        // Given
        MqttBus bus = connect(settings("one").withPersistentSession(false));
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));

        // When
        Process tool = new ProcessBuilder(
                        "mosquitto_pub", "-p", Integer.toString(mosquitto.port()), "-t", TOPIC.value(), "-q", "1", "-s")
                .start();
        tool.getOutputStream().write(new byte[ClientOptions.MAX_MESSAGE_BYTES + 1_000]);
        tool.getOutputStream().close();
        tool.waitFor();
        awaitConnected(bus);

        // Then
        await().ignoreExceptions().untilAsserted(() -> {
            get(bus.publish(text("alive")));
            assertThat(all.texts()).contains("alive");
        });
    }
}
