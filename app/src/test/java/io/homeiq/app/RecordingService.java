package io.homeiq.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Stands where the automation service would be: keeps the last request and answers every one alike. */
final class RecordingService implements AutoCloseable {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final HttpServer server;

    RecordingService(String reply) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.set((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** Method, path and body of the last request; empty if there was none. */
    String asked() {
        return asked.get();
    }

    CommandRun run(String... arguments) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(Map.of("AI_AUTOMATION_SERVICE_URL", url), List.of(arguments));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
