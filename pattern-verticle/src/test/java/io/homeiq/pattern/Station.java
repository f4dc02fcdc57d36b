package io.homeiq.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Message;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.client.ServiceClientSettings;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisRunRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
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
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The pattern service with all that it needs around it, as one process has it. */
final class Station implements AutoCloseable {

    static final HomeId HOME = new HomeId("home");

    final Vertx vertx = Vertx.vertx();
    final HistoryServer history = new HistoryServer(vertx);
    final InMemoryBus bus = new InMemoryBus(vertx);
    final WireJson json = new WireJson();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AnalysisRunRepository runs = new AnalysisRunRepository();
    private final MutableClock clock;
    private final Path folder;
    private final SharedDatabase database;
    private PatternVerticle verticle;
    private @Nullable String deploymentId;

    /** On files in this folder, which another station may use at the same time. */
    Station(Path folder, MutableClock clock) {
        this.folder = folder;
        this.clock = clock;
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        verticle = new PatternVerticle(parts());
        deploymentId = await(vertx.deployVerticle(verticle));
    }

    private PatternParts parts() {
        ServiceClientSettings dataApi = ServiceClientSettings.of(
                        "data", URI.create("http://127.0.0.1:" + history.port()))
                .withRetries(0, Duration.ofMillis(1), Duration.ofMillis(1));
        return new PatternParts(
                HOME,
                bus,
                database,
                new ServiceClient(vertx, dataApi, json, new SplittableRandom(1), InstantSource.system()),
                folder.resolve("correlation_cache.db"),
                minerMemory(),
                new ServerSettings("127.0.0.1", 0),
                json,
                clock,
                "1.2.3");
    }

    static <T> T await(Future<T> future) {
        return future.timeout(60, TimeUnit.SECONDS).await();
    }

    void restart() {
        stop();
        startAgain();
    }

    /** The service alone; what it needs stays. */
    void stop() {
        await(vertx.undeploy(Objects.requireNonNull(deploymentId)));
        deploymentId = null;
    }

    void startAgain() {
        verticle = new PatternVerticle(parts());
        deploymentId = await(vertx.deployVerticle(verticle));
    }

    /** What the service keeps of its mining. */
    Path minerMemory() {
        return folder.resolve("miner_memory.bin");
    }

    void register(HomeRegistry registry) {
        write(connection -> new RegistryRepository(json).save(connection, HOME, registry, clock.instant()));
    }

    <T> T write(Function<SqlConnection, Future<T>> work) {
        return await(database.write(work));
    }

    /** Of the home, the latest first. */
    List<AnalysisRun> runs() {
        return await(database.read(connection -> runs.list(connection, HOME, AnalysisRunRepository.KEPT)));
    }

    /** Announces a change without its attributes, as one that was too large to be announced whole: it is looked up in the log. */
    void ring(Sequenced event) {
        StateChange change = (StateChange) event.event();
        Event<StateChanged> announced = new Event<>(
                new EventId(UUID.randomUUID().toString()),
                HOME,
                "data",
                change.time(),
                new StateChanged(event.seq(), change));
        byte[] payload = new EventCodec(json).encode(announced);
        await(bus.publish(new Message(announced.topic(), Buffer.buffer(payload), false)));
    }

    /** Runs an analysis and waits for its end. */
    void analyse() {
        body(exchange("POST", "/api/analysis/trigger", ""), 202);
        Awaitility.await()
                .until(() -> get("/api/analysis/status").path("status").asText().equals("idle"));
    }

    JsonNode get(String path) {
        return body(exchange("GET", path, ""), 200);
    }

    JsonNode post(String path, String body) {
        return body(exchange("POST", path, body), 200);
    }

    JsonNode refused(int status, String method, String path, String body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (!response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
            throw new AssertionError(
                    path + " answered no problem but " + response.statusCode() + " " + response.body());
        }
        return body(response, status);
    }

    /** The number of this line in the metrics; NaN if there is no such line. */
    double number(String name, String... labels) {
        return exchange("GET", "/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private JsonNode body(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return json.read(response.body(), JsonNode.class);
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + verticle.port() + path))
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
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (deploymentId != null) {
            stop();
        }
        await(bus.close());
        await(database.close());
        await(vertx.close());
        client.close();
    }
}
