package io.homeiq.bus;

import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.delivery.DeliveryLimits;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bus promises in full: besides {@link BusContract}, how handlers are called. A test class for each implementation inherits it. */
public abstract class HandlingContract extends BusContract {

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
}
