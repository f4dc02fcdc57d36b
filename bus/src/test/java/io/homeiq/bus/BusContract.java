package io.homeiq.bus;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bus promises about what reaches whom. */
public abstract class BusContract {

    static final DeliveryLimits LIMITS =
            new DeliveryLimits(3, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMillis(20), 1_000);

    static final Topic TOPIC = new Topic("homeiq/v1/test/event/pattern.detected");
    static final TopicFilter FILTER = TopicFilter.exactly(TOPIC);

    final Vertx vertx = Vertx.vertx();
    Bus bus;

    /** A bus that hands over as the limits say, connected or about to be, with nothing retained. */
    protected abstract Bus open(Vertx vertx, DeliveryLimits limits);

    @BeforeEach
    void connect() {
        bus = open(vertx, LIMITS);
        await().until(bus::isConnected);
    }

    @AfterEach
    void close() {
        get(bus.close());
        get(vertx.close());
    }

    static Message text(Topic topic, String text) {
        return new Message(topic, Buffer.buffer(text), false);
    }

    private static Message bytes(int size) {
        return new Message(TOPIC, Buffer.buffer(new byte[size]), false);
    }

    @Test
    void deliversWhatMatchesAndNothingElse() {
        // Given
        Collector events = new Collector();
        get(bus.subscribe(new TopicFilter("homeiq/v1/test/event/+"), events));

        // When
        get(bus.publish(text(new Topic("homeiq/v1/test/command/analysis.run"), "a command")));
        get(bus.publish(text(new Topic("homeiq/v1/other/event/pattern.detected"), "another home")));
        get(bus.publish(text(TOPIC, "an event")));

        // Then
        events.awaitText("an event");
        assertThat(events.messages()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo(TOPIC);
            assertThat(message.retained()).isFalse();
        });
    }

    @Test
    void passesAPayloadOfTheLargestSizeUnchanged() {
        // Given
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        byte[] payload = new byte[Message.MAX_PAYLOAD_BYTES];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) i;
        }

        // When
        get(bus.publish(new Message(TOPIC, Buffer.buffer(payload), false)));

        // Then
        assertThat(all.awaitCount(1).messages().getFirst().payload().getBytes()).isEqualTo(payload);
    }

    @Test
    void passes60KibibytesAndRefuses70() {
        // Given
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));

        // When
        Future<Void> large = bus.publish(bytes(70 * 1024));
        Future<Void> small = bus.publish(bytes(60 * 1024));

        // Then
        assertFails(large, Kind.TOO_LARGE);
        get(small);
        assertThat(all.awaitCount(1).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.payload().length()).isEqualTo(60 * 1024));
    }

    @Test
    void tellsALateSubscriberTheRetainedMessage() {
        // Given
        get(bus.publish(new Message(TOPIC, Buffer.buffer("old"), true)));
        get(bus.publish(new Message(TOPIC, Buffer.buffer("kept"), true)));
        Collector late = new Collector();

        // When
        get(bus.subscribe(FILTER, late));
        get(bus.publish(text(TOPIC, "news")));

        // Then
        assertThat(late.awaitCount(2).texts()).containsExactly("kept", "news");
        assertThat(late.messages()).extracting(Message::retained).containsExactly(true, false);
    }

    @Test
    void tellsFromTopicsOfOthersWhatStandsAndWhatIsNews() {
        // Given
        Topic stood = new Topic("homeassistant/statestream/light/hall/state");
        Topic changed = new Topic("homeassistant/statestream/light/porch/state");
        get(bus.publish(new Message(stood, Buffer.buffer("off"), true)));
        Collector all = new Collector();
        get(bus.subscribe(new TopicFilter("homeassistant/statestream/+/+/+"), all));
        all.awaitCount(1);

        // When
        get(bus.publish(new Message(changed, Buffer.buffer("on"), true)));

        // Then
        assertThat(all.awaitCount(2).messages()).extracting(Message::topic).containsExactly(stood, changed);
        assertThat(all.messages()).extracting(Message::retained).containsExactly(true, false);
    }

    @Test
    void forgetsARetainedMessageWhenAnEmptyOneComes() {
        // Given
        get(bus.publish(new Message(TOPIC, Buffer.buffer("kept"), true)));
        get(bus.publish(new Message(TOPIC, Buffer.buffer(), true)));
        Collector late = new Collector();

        // When
        get(bus.subscribe(FILTER, late));
        get(bus.publish(text(TOPIC, "news")));

        // Then
        assertThat(late.awaitCount(1).texts()).containsExactly("news");
    }

    @Test
    void servesEverySubscriberOfAFilter() {
        // Given
        Collector one = new Collector();
        Collector other = new Collector();
        get(bus.subscribe(FILTER, one));
        get(bus.subscribe(FILTER, other));

        // When
        get(bus.publish(text(TOPIC, "news")));

        // Then
        assertThat(one.awaitCount(1).texts()).containsExactly("news");
        assertThat(other.awaitCount(1).texts()).containsExactly("news");
    }

    @Test
    void servesFiltersThatOverlap() {
        // Given
        Collector narrow = new Collector();
        Collector wide = new Collector();
        get(bus.subscribe(FILTER, narrow));
        get(bus.subscribe(new TopicFilter("homeiq/#"), wide));

        // When
        get(bus.publish(text(TOPIC, "news")));

        // Then: at least once, as promised; some brokers send one copy for each filter
        assertThat(narrow.awaitCount(1).texts()).containsOnly("news");
        assertThat(wide.awaitCount(1).texts()).containsOnly("news");
    }

    @Test
    void handsNothingToACancelledSubscription() {
        // Given
        Collector left = new Collector();
        Collector staying = new Collector();
        Subscription subscription = get(bus.subscribe(FILTER, left));
        get(bus.subscribe(FILTER, staying));

        // When
        get(subscription.cancel());
        get(subscription.cancel());
        get(bus.publish(text(TOPIC, "news")));

        // Then
        staying.awaitText("news");
        assertThat(left.texts()).isEmpty();
    }

    @Test
    void tellsALateListenerThatItIsConnected() {
        // Given
        CompletableFuture<Boolean> told = new CompletableFuture<>();

        // When
        bus.onConnected(() -> told.complete(bus.isConnected()));

        // Then
        assertThat(told).succeedsWithin(Futures.PATIENCE).isEqualTo(true);
    }

    @Test
    void refusesEverythingOnceClosed() {
        // Given
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));

        // When
        get(bus.close());

        // Then
        assertFails(bus.publish(text(TOPIC, "late")), Kind.CLOSED);
        assertFails(bus.subscribe(FILTER, all), Kind.CLOSED);
        assertThat(bus.isConnected()).isFalse();
        get(bus.close());
    }
}
