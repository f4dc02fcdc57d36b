package io.homeiq.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.training.TrainingRun;
import io.homeiq.store.training.TrainingRunRepository;
import io.homeiq.testing.MutableClock;
import io.homeiq.training.ranking.TrainingHomes;
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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The training service with all that it needs around it, and few small homes to train with. */
final class School implements AutoCloseable {

    static final HomeId HOME = new HomeId("home");
    static final TrainingHomes SMALL = new TrainingHomes(List.of(home(1, 30)), List.of(home(2, 30)));

    final Vertx vertx = Vertx.vertx();
    final InMemoryBus bus = new InMemoryBus(vertx);
    final WireJson json = new WireJson();
    final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    final SharedDatabase database;
    final TrainingRunRepository runs = new TrainingRunRepository(json);
    private final List<EventData> announced = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private TrainingVerticle service;
    private String deployment;

    School(Path folder, TrainingHomes homes) {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        EventCodec codec = new EventCodec(json);
        await(bus.subscribe(new TopicFilter("homeiq/v1/home/event/#"), message -> {
            Decoded decoded = codec.decode(message.payload().getBytes());
            announced.add(((Decoded.Readable) decoded).event().data());
            return Future.succeededFuture();
        }));
        service = service(homes);
        deployment = await(vertx.deployVerticle(service));
    }

    static SimulationSettings home(long seed, int days) {
        return SimulationSettings.of(seed, LocalDate.of(2026, 1, 5), days).withSensors(0, 3_600);
    }

    private TrainingVerticle service(TrainingHomes homes) {
        return new TrainingVerticle(new TrainingParts(
                HOME, bus, database, homes, new ServerSettings("127.0.0.1", 0), json, clock, "1.2.3"));
    }

    void stop() {
        await(vertx.undeploy(deployment));
    }

    void start(TrainingHomes homes) {
        service = service(homes);
        deployment = await(vertx.deployVerticle(service));
    }

    /** A run as another process has it. */
    TrainingRun leaveActive() {
        return await(database.write(
                        connection -> runs.start(connection, HOME, "suggestion_ranker", "test", clock.instant())))
                .orElseThrow();
    }

    /** The run when it has ended. */
    JsonNode ended(JsonNode run) {
        String path = "/api/v1/training/runs/" + run.path("id").asLong();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> get(path).has("finished_at"));
        return get(path);
    }

    /** All that was announced of this type, in order. */
    <T extends EventData> List<T> announced(Class<T> type) {
        return announced.stream().filter(type::isInstance).map(type::cast).toList();
    }

    JsonNode get(String path) {
        return body(exchange("GET", path), 200);
    }

    JsonNode trigger() {
        return body(exchange("POST", "/api/v1/training/trigger?training_type=suggestion_ranker"), 202);
    }

    JsonNode body(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return json.read(response.body(), JsonNode.class);
    }

    HttpResponse<String> exchange(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static <T> T await(Future<T> future) {
        return future.timeout(60, TimeUnit.SECONDS).await();
    }

    @Override
    public void close() {
        if (vertx.deploymentIDs().contains(deployment)) {
            stop();
        }
        await(bus.close());
        await(database.close());
        await(vertx.close());
        client.close();
    }
}
