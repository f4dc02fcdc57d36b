package io.homeiq.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.ServiceException;
import io.homeiq.service.ServiceException.Kind;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client and a real server that goes away, comes back, and answers late, badly or not at all. */
class CircuitIT {

    private static final long SEED = 11;
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    private final Metrics metrics = new Metrics("test");
    private final int port = FreePort.find();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> requestId = new AtomicReference<>();
    private final AtomicReference<Consumer<HttpServerResponse>> answer =
            new AtomicReference<>(response -> response.end("{}"));
    private final ServiceClient client = new ServiceClient(
            vertx,
            ServiceClientSettings.of("data", URI.create("http://127.0.0.1:" + port))
                    .withTimeout(TIMEOUT)
                    .withRetries(0, Duration.ofMillis(1), Duration.ofMillis(1)),
            new WireJson(),
            new Random(SEED),
            clock);

    CircuitIT() {
        client.countInto(metrics);
    }

    @AfterEach
    void close() {
        await(client.close());
        await(vertx.close());
        metrics.close();
    }

    @Test
    void asksNoMoreWhileTheServiceIsAwayAndGoesOnWhenItIsBack() {
        // Given
        HttpServer server = serve();
        assertThat(outcome(get())).isEqualTo("answered");
        await(server.close());

        // When
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertThat(outcome(get())).as("seed %s", SEED).isEqualTo(Kind.UNREACHABLE.name());
        }

        // Then
        Future<JsonNode> refused = get();
        assertThat(refused.isComplete()).as("it fails at once").isTrue();
        assertThat(refused.cause())
                .hasMessageContaining("the data service at http://127.0.0.1:" + port)
                .hasMessageContaining("since 2026-03-01T06:00:00Z")
                .hasMessageContaining("tried again at 2026-03-01T06:00:0");
        assertThat(number("homeiq_client_circuit_open{")).isEqualTo(1);
        serve();
        assertThat(outcome(get())).isEqualTo(Kind.CIRCUIT_OPEN.name());
        clock.advance(Duration.ofSeconds(1));
        assertThat(outcome(get())).isEqualTo("answered");
        assertThat(outcome(get())).isEqualTo("answered");
        assertThat(number("homeiq_client_circuit_open{")).isZero();
        assertThat(number("homeiq_client_attempt_seconds_count{outcome=\"circuit_open\""))
                .isEqualTo(2);
        assertThat(number("homeiq_client_attempt_seconds_count{outcome=\"unreachable\""))
                .isEqualTo(5);
    }

    @Test
    void aSignOfLifeLetsTheNextCallThrough() {
        // Given
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            outcome(get());
        }
        serve();

        // When
        client.tryAgainNow();

        // Then
        assertThat(outcome(client.forRequest("run_7").lines("/", 1, batch -> Future.succeededFuture())))
                .isEqualTo("answered");
        assertThat(requestId).hasValue("run_7");
    }

    @Test
    void aServiceThatOnlyFailsIsGivenUpAndOneThatRefusesIsNot() {
        // Given
        serve();
        answer.set(response -> response.setStatusCode(404).end());
        for (int i = 0; i <= CircuitBreaker.FAILURES; i++) {
            assertThat(outcome(get())).isEqualTo(Kind.REFUSED.name());
        }

        // When
        answer.set(response -> response.setStatusCode(500).end());
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertThat(outcome(get())).isEqualTo(Kind.REFUSED.name());
        }

        // Then
        assertThat(outcome(get())).isEqualTo(Kind.CIRCUIT_OPEN.name());
        assertThat(asked).hasValue(2 * CircuitBreaker.FAILURES + 1);
    }

    @Test
    void streamsThatCannotBeginCountToo() {
        // Given
        serve();
        answer.set(response -> {});

        // When
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertThat(outcome(client.lines("/", 1, batch -> Future.succeededFuture())))
                    .isEqualTo(Kind.TIMEOUT.name());
        }

        // Then
        assertThat(outcome(get())).isEqualTo(Kind.CIRCUIT_OPEN.name());
    }

    @Test
    void anAnswerThatTricklesIsNotWaitedForAndHoldsNoConnection() {
        // Given
        serve();
        answer.set(response -> {
            response.setChunked(true);
            long timer = vertx.setPeriodic(50, tick -> response.write(" "));
            response.closeHandler(closed -> vertx.cancelTimer(timer));
        });

        // When
        List<Future<JsonNode>> all = Stream.generate(this::get).limit(20).toList();
        assertThat(all).extracting(CircuitIT::outcome).containsOnly(Kind.TIMEOUT.name());

        // Then
        answer.set(response -> response.end("{}"));
        clock.advance(LONGEST_PAUSE);
        assertThat(outcome(get())).isEqualTo("answered");
    }

    private HttpServer serve() {
        return await(vertx.createHttpServer().requestHandler(this::serve).listen(port, "127.0.0.1"));
    }

    private void serve(HttpServerRequest request) {
        asked.incrementAndGet();
        requestId.set(request.getHeader("X-Request-Id"));
        answer.get().accept(request.response());
    }

    private Future<JsonNode> get() {
        return client.get("/", JsonNode.class);
    }

    private static String outcome(Future<?> call) {
        return call.map("answered")
                .recover(failure -> Future.succeededFuture(
                        failure instanceof ServiceException known ? known.kind().name() : failure.toString()))
                .timeout(20, TimeUnit.SECONDS)
                .await();
    }

    private double number(String line) {
        return await(metrics.scrape())
                .lines()
                .filter(candidate -> candidate.startsWith(line))
                .mapToDouble(found -> Double.parseDouble(found.substring(found.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(20, TimeUnit.SECONDS).await();
    }
}
