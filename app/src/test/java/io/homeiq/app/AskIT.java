package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code homeiq ask} against a service that answers as the query service does. */
class AskIT {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> reply = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/query", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = reply.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CommandRun ask(String... arguments) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(Map.of("AI_QUERY_SERVICE_URL", url), List.of(arguments));
    }

    @Test
    void tellsTheAnswer() {
        // Given
        reply.set("{\"outcome\":\"answer\",\"message\":\"Yes, Hall light is on.\"}");

        // When
        CommandRun run = ask("ask", "is", "the hall \"light\" on");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("Yes, Hall light is on.");
        assertThat(asked.get()).isEqualTo("{\"query\":\"is the hall \\\"light\\\" on\"}");
    }

    @Test
    void failsWhereItIsRefused() {
        // Given
        reply.set("{\"outcome\":\"refusal\",\"message\":\"Nothing in this home is called \\\"garden\\\".\"}");

        // When
        CommandRun run = ask("ask", "--json", "turn on the garden light");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().strip()).isEqualTo(reply.get());
    }
}
