package io.homeiq.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ApiKey;
import io.homeiq.service.http.Routes;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A service on a free port of the loopback, and a plain client for it. */
public final class RunningService implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    public final Vertx vertx = Vertx.vertx();
    public final Readiness readiness = new Readiness(vertx);
    public final WireJson json = new WireJson();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("test");
    private final ServiceServer server;

    private RunningService(ServerSettings settings, Routes routes) {
        About about = new About("test", "1.2.3", "Serves tests.");
        ServerParts parts = new ServerParts(about, settings, json, metrics, readiness);
        server = ServiceServer.start(vertx, parts, List.of(routes))
                .timeout(10, TimeUnit.SECONDS)
                .await();
    }

    public static RunningService with(Routes routes) {
        return new RunningService(onAnyPort(null), routes);
    }

    public static RunningService guardedBy(ApiKey key, Routes routes) {
        return new RunningService(onAnyPort(key), routes);
    }

    public static RunningService closingIdle(Duration idleTimeout, Routes routes) {
        return new RunningService(new ServerSettings(LOOPBACK, 0, null, idleTimeout), routes);
    }

    private static ServerSettings onAnyPort(@Nullable ApiKey key) {
        return new ServerSettings(LOOPBACK, 0, key);
    }

    public int port() {
        return server.port();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path, "Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public JsonNode parse(HttpResponse<String> response) {
        return json.read(response.body(), JsonNode.class);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.sendAsync(request.build(), BodyHandlers.ofString()).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the test's request failed", e);
        }
    }

    @Override
    public void close() {
        server.close().timeout(10, TimeUnit.SECONDS).await();
        vertx.close().timeout(10, TimeUnit.SECONDS).await();
        metrics.close();
        client.close();
    }
}
