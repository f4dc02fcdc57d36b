package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.service.RunningService;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and take nothing, or begin and do not go on. */
class SlowClientIT {

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Buffer PIECE = Buffer.buffer("x".repeat(64 * 1024 - 1) + "\n");

    private final AtomicInteger pieces = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final RunningService service = RunningService.closingIdle(
            IDLE,
            api -> api.get(
                            "/endless",
                            request -> Future.succeededFuture(Reply.stream("application/x-ndjson", this::endless)))
                    .post("/things", request -> Future.succeededFuture(Reply.ok(request.body(Map.class)))));

    @AfterEach
    void close() {
        service.close();
    }

    /** Writes the next piece when the one before was taken, as every stream does. */
    private Future<Void> endless(HttpServerResponse response) {
        Promise<Void> broken = Promise.promise();
        next(response, broken);
        return broken.future().onComplete(over -> ended.incrementAndGet());
    }

    private void next(HttpServerResponse response, Promise<Void> broken) {
        response.write(PIECE).onFailure(broken::tryFail).onSuccess(taken -> {
            pieces.incrementAndGet();
            next(response, broken);
        });
    }

    @Test
    void aClientThatNeverReadsIsLeftAndHarmsNobody() throws IOException {
        // Given
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(8 * 1024);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));

            // When
            say(deaf, "GET /endless HTTP/1.1\r\nHost: test\r\n\r\n");

            // Then
            await("the stream stops").atMost(PATIENCE).until(() -> ended.get() == 1);
            assertThat(pieces.get()).as("pieces of 64 KiB that fit on the way").isLessThan(1_000);
            assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatDoesNotGoOnIsNotWaitedForForEver() throws IOException {
        // Given
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            slow.setSoTimeout((int) PATIENCE.toMillis());

            // When
            say(
                    slow,
                    "POST /things HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

            // Then
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
            assertThat(service.post("/things", "application/json", "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
