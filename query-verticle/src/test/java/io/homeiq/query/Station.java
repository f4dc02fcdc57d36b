package io.homeiq.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Message;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.QueryAnswered;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.query.language.SampleHomes;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.client.ServiceClientSettings;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The query service with all that it needs around it, in the sample house. */
final class Station implements AutoCloseable {

    static final HomeId HOME = new HomeId("home");

    final Vertx vertx = Vertx.vertx();
    final InMemoryBus bus = new InMemoryBus(vertx);
    final WireJson json = new WireJson();
    final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    final SharedDatabase database;
    final StatesServer states;
    private final List<Message> seen = new CopyOnWriteArrayList<>();
    private final EventCodec codec = new EventCodec(json);
    private final HttpClient client = HttpClient.newHttpClient();
    private final QueryVerticle service;
    private final String deployment;

    Station(Path folder) {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        states = await(StatesServer.start(vertx, json));
        await(bus.subscribe(new TopicFilter("homeiq/v1/#"), message -> {
            seen.add(message);
            return Future.succeededFuture();
        }));
        await(database.write(connection ->
                new RegistryRepository(json).save(connection, HOME, SampleHomes.house(), clock.instant())));
        ServiceClientSettings dataApi = ServiceClientSettings.of("data", states.url())
                .withRetries(0, Duration.ofMillis(1), Duration.ofMillis(1));
        service = new QueryVerticle(new QueryParts(
                HOME,
                bus,
                database,
                new ServiceClient(vertx, dataApi, json, new SplittableRandom(1), InstantSource.system()),
                new ServerSettings("127.0.0.1", 0),
                json,
                clock,
                "1.2.3"));
        deployment = await(vertx.deployVerticle(service));
    }

    static <T> T await(Future<T> future) {
        return future.timeout(60, TimeUnit.SECONDS).await();
    }

    List<QueryAnswered> announced() {
        return seen.stream()
                .map(message -> codec.decode(message.payload().getBytes()))
                .map(decoded -> ((Decoded.Readable) decoded).event().data())
                .map(QueryAnswered.class::cast)
                .toList();
    }

    /** The reply to a sentence. */
    JsonNode ask(String sentence) {
        String body = json.toText(Map.of("query", sentence));
        return body(exchange("POST", "/api/v1/query", body), 201);
    }

    JsonNode call(int status, String method, String path, String body) {
        return body(exchange(method, path, body), status);
    }

    private JsonNode body(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? json.mapper().missingNode() : json.read(response.body(), JsonNode.class);
    }

    HttpResponse<String> exchange(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        await(vertx.undeploy(deployment));
        await(database.close());
        await(vertx.close());
        client.close();
    }
}
