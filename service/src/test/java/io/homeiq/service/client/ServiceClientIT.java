package io.homeiq.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.service.Problem;
import io.homeiq.service.RunningService;
import io.homeiq.service.ServiceException;
import io.homeiq.service.ServiceException.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.StreamBody;
import io.homeiq.testing.FreePort;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceClientIT {

    private static final long SEED = 7;
    private static final int LINES = 25_000;
    private static final Buffer CHUNK = Buffer.buffer("x".repeat(64 * 1024 - 1) + "\n");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger chunksWritten = new AtomicInteger();
    private final RunningService service = RunningService.with(this::routes);
    private final ServiceClient client = clientOf(service.url(""), Duration.ofSeconds(10));

    @AfterEach
    void close() {
        client.close().timeout(10, TimeUnit.SECONDS).await();
        service.close();
    }

    record Answer(int calls) {}

    private void routes(Api api) {
        api.get("/good", request -> answered())
                .get(
                        "/third-time",
                        request -> calls.incrementAndGet() < 3
                                ? Problem.of(Problem.Kind.UNAVAILABLE, "not yet")
                                        .asFailure()
                                : Future.succeededFuture(Reply.ok(Map.of("calls", calls.get()))))
                .get("/missing", request -> {
                    calls.incrementAndGet();
                    return Problem.of(Problem.Kind.NOT_FOUND, "there is no thing 7")
                            .with("thing", 7)
                            .asFailure();
                })
                .get("/silent", request -> {
                    calls.incrementAndGet();
                    return Promise.<Reply>promise().future();
                })
                .get("/odd", request -> Future.succeededFuture(Reply.text("text/plain", "hello")))
                .post("/busy", request -> {
                    calls.incrementAndGet();
                    return Problem.of(Problem.Kind.UNAVAILABLE, "busy").asFailure();
                })
                .get("/lines", request -> streaming(ServiceClientIT::writeLines))
                .get("/broken-lines", request -> streaming(ServiceClientIT::breakOff))
                .get("/endless", request -> streaming(this::endless))
                .upload(HttpMethod.POST, "/upload", ServiceClientIT::count);
    }

    private Future<Reply> answered() {
        return Future.succeededFuture(Reply.ok(Map.of("calls", calls.incrementAndGet())));
    }

    private static Future<Reply> streaming(StreamBody body) {
        return Future.succeededFuture(Reply.stream("application/x-ndjson", body));
    }

    private static Future<Void> writeLines(HttpServerResponse response) {
        Buffer all = Buffer.buffer();
        for (int i = 0; i < LINES; i++) {
            all.appendString("{\"n\":" + i + "}\n");
        }
        return response.write(all);
    }

    private static Future<Void> breakOff(HttpServerResponse response) {
        return response.write("{\"n\":0}\n{\"n\":1}\n{\"n").compose(written -> Future.failedFuture("broken"));
    }

    /** Writes as long as the reader takes it. */
    private Future<Void> endless(HttpServerResponse response) {
        Promise<Void> never = Promise.promise();
        Runnable pump = () -> {
            while (!response.writeQueueFull() && chunksWritten.get() < 10_000) {
                response.write(CHUNK).onFailure(never::tryFail);
                chunksWritten.incrementAndGet();
            }
        };
        response.drainHandler(drained -> pump.run());
        pump.run();
        return never.future();
    }

    private static Future<Reply> count(Request request) {
        AtomicInteger bytes = new AtomicInteger();
        request.raw().handler(part -> bytes.addAndGet(part.length()));
        Future<Void> end = request.raw().end();
        request.raw().resume();
        return end.map(ended -> Reply.ok(Map.of("calls", bytes.get())));
    }

    @Test
    void readsAnAnswer() {
        assertThat(await(client.get("/good", Answer.class)).calls()).isEqualTo(1);
    }

    @Test
    void readsAgainUntilTheServiceIsThere() {
        assertThat(await(client.get("/third-time", Answer.class)).calls()).isEqualTo(3);
    }

    @Test
    void doesNotRepeatWhatTheServiceRefusesForGood() {
        // When / Then
        assertThatThrownBy(() -> await(client.get("/missing", Answer.class)))
                .isInstanceOfSatisfying(ServiceException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
                    Problem problem = failure.problem();
                    assertThat(problem).isNotNull();
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
                    assertThat(problem.facts()).containsKey("thing");
                })
                .hasMessageContaining("the test service answered 404: there is no thing 7");
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotRepeatWhatChangesSomething() {
        assertThatThrownBy(() -> await(client.post("/busy", Map.of(), JsonNode.class)))
                .isInstanceOf(ServiceException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void givesUpOnASilentServiceAfterItsRetries() {
        // Given
        ServiceClient impatient = clientOf(service.url(""), Duration.ofMillis(100));

        // Then
        assertThatThrownBy(() -> await(impatient.get("/silent", JsonNode.class)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT))
                .hasMessageContaining("did not answer within");
        assertThat(calls).hasValue(3);
        await(impatient.close());
    }

    @Test
    void saysWhichServiceCannotBeReached() {
        // Given
        ServiceClient nobody = clientOf(URI.create("http://127.0.0.1:" + FreePort.find()), Duration.ofSeconds(10));

        // Then
        assertThatThrownBy(() -> await(nobody.get("/", JsonNode.class)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE))
                .hasMessageContaining("cannot reach the test service at http://127.0.0.1");
        await(nobody.close());
    }

    @Test
    void saysThatAnAnswerMakesNoSense() {
        assertThatThrownBy(() -> await(client.get("/odd", Answer.class)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER));
    }

    @Test
    void handsOnEveryLineInOrderOneBatchAtATime() {
        // Given
        List<String> lines = new ArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> overlaps = new ArrayList<>();

        // When
        long count = await(client.lines("/lines", 1_000, batch -> {
            overlaps.add(atOnce.incrementAndGet());
            batch.forEach(line -> lines.add(line.toString()));
            return service.vertx.timer(1, TimeUnit.MILLISECONDS).map(waited -> {
                atOnce.decrementAndGet();
                return null;
            });
        }));

        // Then
        assertThat(count).isEqualTo(LINES);
        assertThat(lines).hasSize(LINES).startsWith("{\"n\":0}").endsWith("{\"n\":" + (LINES - 1) + "}");
        assertThat(overlaps).containsOnly(1);
    }

    @Test
    void aStreamThatBreaksOffIsNoEnd() {
        // Given
        List<String> lines = new ArrayList<>();

        // Then
        assertThatThrownBy(() -> await(client.lines("/broken-lines", 1, batch -> {
                    batch.forEach(line -> lines.add(line.toString()));
                    return Future.succeededFuture();
                })))
                .isInstanceOf(ServiceException.class);
        assertThat(lines).doesNotContain("{\"n");
    }

    @Test
    void tellsWhatTheSinkFailedWith() {
        assertThatThrownBy(() -> await(client.lines("/lines", 10, batch -> {
                    throw new IllegalArgumentException("no place for it");
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no place for it");
    }

    @Test
    void aSlowSinkHoldsTheSenderBack() {
        // Given
        Promise<Void> taken = Promise.promise();

        // When
        Future<Long> reading = client.lines("/endless", 1, batch -> taken.future());
        await(service.vertx.timer(300, TimeUnit.MILLISECONDS));

        // Then
        assertThat(chunksWritten.get()).as("chunks of 64 KiB written meanwhile").isLessThan(1_000);
        taken.fail("enough");
        assertThatThrownBy(() -> await(reading)).hasMessageContaining("enough");
    }

    @Test
    void sendsAFileWhole(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.write(folder.resolve("upload"), new byte[3_000_000]);

        // Then
        assertThat(await(client.upload("/upload", file, Answer.class)).calls()).isEqualTo(3_000_000);
    }

    private ServiceClient clientOf(URI url, Duration timeout) {
        ServiceClientSettings settings = ServiceClientSettings.of("test", url)
                .withTimeout(timeout)
                .withRetries(2, Duration.ofMillis(5), Duration.ofMillis(20));
        return new ServiceClient(service.vertx, settings, service.json, new Random(SEED), InstantSource.system());
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(20, TimeUnit.SECONDS).await();
    }
}
