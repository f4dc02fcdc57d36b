package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.service.RunningService;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand requests at once, over twice as many connections as are taken. */
class FloodIT {

    private static final int CONNECTIONS = 2_000;
    private static final int REQUESTS_EACH = 5;
    private static final Pattern OK = Pattern.compile("HTTP/1\\.1 200 ");
    private static final String REQUEST = "GET /slow HTTP/1.1\r\nHost: test\r\n\r\n";
    private static final String LAST_REQUEST = "GET /slow HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";

    private final Promise<Void> gate = Promise.promise();
    private final AtomicInteger waiting = new AtomicInteger();
    private final RunningService service = RunningService.with(api -> api.get("/slow", request -> {
        waiting.incrementAndGet();
        return gate.future().map(open -> Reply.ok(Map.of()));
    }));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void answersThoseItTakesClosesTheOthersAndGoesOn() {
        // Given
        NetClient client = service.vertx.createNetClient(new NetClientOptions().setConnectTimeout(20_000));
        List<Future<Integer>> clients =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> flood(client)).toList();
        await("as many requests as connections are taken")
                .atMost(Duration.ofSeconds(30))
                .until(() -> waiting.get() >= ServerLimits.MAX_CONNECTIONS);

        // When
        gate.complete();

        // Then
        List<Integer> answers = clients.stream()
                .map(answered -> answered.timeout(30, TimeUnit.SECONDS).await())
                .toList();
        assertThat(answers).as("answers of a connection: all or none").containsOnly(0, REQUESTS_EACH);
        assertThat(answers)
                .filteredOn(count -> count == REQUESTS_EACH)
                .hasSizeGreaterThanOrEqualTo(ServerLimits.MAX_CONNECTIONS);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }

    /** How many good answers came until the server closed the connection. */
    private static Future<Integer> answers(NetSocket socket) {
        Promise<Integer> closed = Promise.promise();
        Buffer all = Buffer.buffer();
        socket.handler(all::appendBuffer);
        socket.exceptionHandler(reset -> {});
        socket.closeHandler(end ->
                closed.complete((int) OK.matcher(all.toString()).results().count()));
        return closed.future();
    }

    private Future<Integer> flood(NetClient client) {
        return client.connect(service.port(), "127.0.0.1").compose(socket -> {
            Future<Integer> answers = answers(socket);
            socket.write(REQUEST.repeat(REQUESTS_EACH - 1) + LAST_REQUEST);
            return answers;
        });
    }
}
