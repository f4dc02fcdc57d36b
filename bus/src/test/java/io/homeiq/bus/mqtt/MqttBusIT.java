package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to a bus when its broker or its network does not live up to expectations. */
class MqttBusIT extends OnMosquitto {

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
