package io.homeiq.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Bus;
import io.homeiq.bus.Message;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Data API in a folder, with a bus in memory unless another is given, and a plain client. */
public final class RunningData implements AutoCloseable {

    public static final HomeId HOME = new HomeId("home");

    public final Vertx vertx = Vertx.vertx();
    public final Bus bus;
    public final WireJson json = new WireJson();
    public final List<Message> seen = new CopyOnWriteArrayList<>();
    public final Map<String, URI> services = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SharedDatabase database;
    private final DataVerticle verticle;
    private final String deployment;

    public RunningData(Path folder) {
        this(folder, null);
    }

    public RunningData(Path folder, @Nullable LiveSource live) {
        this(folder, live, MutableClock.at("2026-03-10T06:00:00Z"));
    }

    public RunningData(Path folder, @Nullable LiveSource live, InstantSource clock) {
        this(folder, live, clock, InMemoryBus::new);
    }

    public RunningData(
            Path folder, @Nullable LiveSource live, InstantSource clock, Function<? super Vertx, ? extends Bus> way) {
        bus = way.apply(vertx);
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        verticle = new DataVerticle(new DataParts(
                HOME,
                bus,
                database,
                folder,
                live,
                () -> services,
                new ServerSettings("127.0.0.1", 0),
                json,
                clock,
                "0"));
        await(bus.subscribe(new TopicFilter("homeiq/v1/#"), message -> {
            seen.add(message);
            return Future.succeededFuture();
        }));
        deployment = await(vertx.deployVerticle(verticle));
    }

    public static <T> T await(Future<T> future) {
        return future.timeout(60, TimeUnit.SECONDS).await();
    }

    public int port() {
        return verticle.port();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofString());
    }

    public JsonNode getJson(String path) {
        return parse(get(path));
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(
                request(path, "Content-Type", contentType).POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> importFile(Path file, String... headers) {
        try {
            String path = "/api/v1/imports?name=" + file.getFileName();
            BodyPublisher body = BodyPublishers.ofFile(file);
            return send(request(path, headers).POST(body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the test's file cannot be read", e);
        }
    }

    public HttpResponse<String> importText(Path folder, String name, String text) {
        try {
            return importFile(Files.writeString(folder.resolve(name), text));
        } catch (IOException e) {
            throw new IllegalStateException("the test's file cannot be written", e);
        }
    }

    public JsonNode parse(HttpResponse<String> response) {
        return json.read(response.body(), JsonNode.class);
    }

    /** Events of this type that were seen on the bus so far. */
    public <T extends EventData> List<T> announced(Class<T> type) {
        EventCodec codec = new EventCodec(json);
        return seen.stream()
                .filter(message -> message.topic().value().contains("/event/"))
                .map(message -> codec.decode(message.payload().getBytes()))
                .map(Decoded.Readable.class::cast)
                .map(readable -> readable.event().data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public double metric(String name) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI url = URI.create("http://127.0.0.1:" + port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.sendAsync(request.build(), handler).get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the test's request failed", e);
        }
    }

    @Override
    public void close() {
        await(vertx.undeploy(deployment));
        await(bus.close());
        await(database.close());
        await(vertx.close());
        client.close();
    }
}
