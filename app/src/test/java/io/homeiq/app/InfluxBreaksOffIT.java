package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code homeiq import} of an InfluxDB that fails on the way: what was read before is sent, and the command says so. */
class InfluxBreaksOffIT {

    private static final String LIGHT =
            "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"light.a\",\"tags\":{\"domain\":\"light\","
                    + "\"entity_id\":\"a\"},\"columns\":[\"time\",\"state\"],\"values\":[[1772347504000000000,\"on\"]]}]}]}";
    private static final String NAMES =
            "{\"results\":[{\"statement_id\":0},{\"statement_id\":1,\"series\":[{\"name\":\"measurements\","
                    + "\"columns\":[\"name\"],\"values\":[[\"light.a\"]]}]}]}";
    private static final String REFUSAL = "{\"error\":\"engine: error reading shard\"}";

    private final Deque<String> answers = new ArrayDeque<>();
    private final AtomicReference<String> sent = new AtomicReference<>("");
    private HttpServer influx;
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        influx = server("/query", this::tellHistory);
        service = server("/api/v1/imports", this::takeHistory);
    }

    @AfterEach
    void stop() {
        influx.stop(0);
        service.stop(0);
    }

    private static HttpServer server(String path, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, handler);
        server.start();
        return server;
    }

    private void tellHistory(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String answer = answers.size() > 1 ? answers.remove() : answers.element();
        answer(exchange, answer.equals(REFUSAL) ? 500 : 200, answer);
    }

    private void takeHistory(HttpExchange exchange) throws IOException {
        try (InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            sent.set(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        answer(exchange, 200, "{\"state\":\"done\",\"added\":1,\"duplicates\":0,\"skipped\":0}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String address() {
        return "influxdb://127.0.0.1:" + influx.getAddress().getPort() + "/ha";
    }

    private CommandRun importIt() {
        String url = "http://127.0.0.1:" + service.getAddress().getPort();
        return CommandRun.of(Map.of("DATA_API_URL", url), List.of("import", address()));
    }

    @Test
    void sendsWhatWasReadBefore() {
        // Given
        answers.addAll(List.of(NAMES, LIGHT, LIGHT, REFUSAL));

        // When
        CommandRun run = importIt();

        // Then
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out().strip()).isEqualTo(address() + ": 1 events added, 0 known already, 0 rows skipped");
        assertThat(run.err())
                .contains(address() + ": refused a question: engine: error reading shard; what happened before");
        assertThat(sent.get().lines()).singleElement().asString().contains("light.a", "2026-03-01T06:45:04+00:00");
    }

    @Test
    void sendsNothingWhereNothingWasRead() {
        // Given
        answers.addAll(List.of(NAMES, REFUSAL));

        // When
        CommandRun run = importIt();

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo("homeiq: " + address() + ": refused a question: engine: error reading shard");
        assertThat(sent.get()).isEmpty();
    }
}
