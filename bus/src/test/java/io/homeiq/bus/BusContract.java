package io.homeiq.bus;

import static io.homeiq.bus.Futures.assertFails;
import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bus promises. A test class for each implementation inherits it. */
public abstract class BusContract {

    private static final DeliveryLimits LIMITS =
            new DeliveryLimits(3, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMillis(20), 1_000);

    private static final Topic TOPIC = new Topic("homeiq/v1/test/event/pattern.detected");
    private static final TopicFilter FILTER = TopicFilter.exactly(TOPIC);

    private final Vertx vertx = Vertx.vertx();
    private Bus bus;

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

    private static Message text(Topic topic, String text) {
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
    void keepsTheOrderOfOnePublisher() {
        // Given
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        List<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();

        // When
        List<Future<Void>> acknowledged =
                sent.stream().map(one -> bus.publish(text(TOPIC, one))).toList();

        // Then
        get(Future.all(acknowledged));
        assertThat(all.awaitCount(sent.size()).texts()).isEqualTo(sent);
    }

    @Test
    void takesMessagesFromManyThreads() throws InterruptedException {
        // Given
        Collector all = new Collector();
        get(bus.subscribe(FILTER, all));
        List<Future<Void>> acknowledged = new CopyOnWriteArrayList<>();

        // When
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            threads.add(Thread.ofPlatform()
                    .start(() -> IntStream.range(100, 200)
                            .forEach(i -> acknowledged.add(bus.publish(text(TOPIC, name + i))))));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        // Then
        get(Future.all(acknowledged));
        List<String> got = all.awaitCount(400).texts();
        assertThat(got).hasSize(400);
        for (String name : List.of("a", "b", "c", "d")) {
            assertThat(got.stream().filter(text -> text.startsWith(name)).toList())
                    .hasSize(100)
                    .isSorted();
        }
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
    void deliversAFailedMessageAgainBeforeTheNextOne() {
        // Given
        List<String> seen = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(2);
        get(bus.subscribe(FILTER, message -> {
            seen.add(message.payload().toString());
            return failures.getAndDecrement() > 0
                    ? Future.failedFuture(new IllegalStateException("not now"))
                    : Future.succeededFuture();
        }));

        // When
        get(bus.publish(text(TOPIC, "first")));
        get(bus.publish(text(TOPIC, "second")));

        // Then
        await().until(() -> seen.contains("second"));
        assertThat(seen).containsExactly("first", "first", "first", "second");
    }

    @Test
    void goesOnWhenAHandlerThrows() {
        // Given
        List<String> seen = new CopyOnWriteArrayList<>();
        get(bus.subscribe(FILTER, message -> {
            seen.add(message.payload().toString());
            if (seen.size() == 1) {
                throw new IllegalStateException("thrown");
            }
            return Future.succeededFuture();
        }));

        // When
        get(bus.publish(text(TOPIC, "first")));
        get(bus.publish(text(TOPIC, "second")));

        // Then
        await().until(() -> seen.contains("second"));
        assertThat(seen).containsExactly("first", "first", "second");
        assertThat(bus.isConnected()).isTrue();
    }

    @Test
    void givesUpForNowAndDeliversOnceMoreLater() {
        // Given
        List<String> seen = new CopyOnWriteArrayList<>();
        get(bus.subscribe(FILTER, message -> {
            String text = message.payload().toString();
            seen.add(text);
            return text.equals("good") || seen.contains("good")
                    ? Future.succeededFuture()
                    : Future.failedFuture(new IllegalStateException("not before the good one"));
        }));

        // When
        get(Future.all(bus.publish(text(TOPIC, "bad")), bus.publish(text(TOPIC, "good"))));

        // Then
        await().until(() -> seen.contains("good") && seen.getLast().equals("bad"));
        assertThat(seen).startsWith("bad", "bad", "bad").endsWith("good", "bad");
    }

    @Test
    void doesNotWaitForEverForAHandler() {
        // Given
        Bus impatient = open(
                vertx, new DeliveryLimits(3, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(20), 10));
        await().until(impatient::isConnected);
        List<String> seen = new CopyOnWriteArrayList<>();
        get(impatient.subscribe(FILTER, message -> {
            seen.add(message.payload().toString());
            return seen.size() == 1 ? Promise.<Void>promise().future() : Future.succeededFuture();
        }));

        // When
        get(impatient.publish(text(TOPIC, "stuck")));
        get(impatient.publish(text(TOPIC, "next")));

        // Then
        await().until(() -> seen.contains("next"));
        assertThat(seen).containsExactly("stuck", "next");
        get(impatient.close());
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
    void runsHandlersAndFuturesOnTheContextOfTheCaller() {
        // Given
        CompletableFuture<Context> deployed = new CompletableFuture<>();
        AtomicReference<Context> handled = new AtomicReference<>();
        AtomicReference<Context> subscribed = new AtomicReference<>();
        get(vertx.deployVerticle(new VerticleBase() {
            @Override
            public Future<?> start() {
                deployed.complete(context);
                return bus.subscribe(FILTER, message -> {
                            handled.set(Vertx.currentContext());
                            return Future.succeededFuture();
                        })
                        .onSuccess(ignored -> subscribed.set(Vertx.currentContext()));
            }
        }));

        // When
        get(bus.publish(text(TOPIC, "news")));

        // Then
        await().until(() -> handled.get() != null);
        assertThat(handled.get()).isSameAs(deployed.join());
        assertThat(subscribed.get()).isSameAs(deployed.join());
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
