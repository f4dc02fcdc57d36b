package io.homeiq.automation;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.automation.deployment.RetryPauses;
import io.homeiq.automation.device.Discovery;
import io.homeiq.automation.history.HomeHistory;
import io.homeiq.automation.suggestion.OpenSuggestions;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.automation.wording.RephrasingSettings;
import io.homeiq.bus.Message;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.PatternChanged;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.json.CommandCodec;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The automation service with all that it needs around it. */
final class Station implements AutoCloseable {

    static final HomeId HOME = new HomeId("home");

    final Vertx vertx = Vertx.vertx();
    final InMemoryBus bus = new InMemoryBus(
            vertx, new DeliveryLimits(3, Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofMillis(50), 1_000));
    final WireJson json = new WireJson();
    final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    final SharedDatabase database;
    final List<Message> seen = new CopyOnWriteArrayList<>();
    private final EventCodec codec = new EventCodec(json);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HomeHistory history;
    private AutomationTarget target;
    private RephrasingSettings rephrasing;
    private Discovery discovery = Discovery.DEFAULT;
    private AutomationVerticle verticle;
    private String deploymentId;

    Station(Path folder, Function<Vertx, AutomationTarget> targets) {
        this(folder, targets, HomeHistory.NONE);
    }

    Station(Path folder, Function<Vertx, AutomationTarget> targets, HomeHistory happening) {
        history = happening;
        target = targets.apply(vertx);
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        await(bus.subscribe(new TopicFilter("homeiq/v1/#"), message -> {
            seen.add(message);
            return Future.succeededFuture();
        }));
        verticle = new AutomationVerticle(parts());
        deploymentId = await(vertx.deployVerticle(verticle));
    }

    Station(Path folder, AutomationTarget target) {
        this(folder, vertx -> target);
    }

    private AutomationParts parts() {
        return new AutomationParts(
                HOME,
                bus,
                database,
                target,
                new RetryPauses(Duration.ofMillis(10), Duration.ofMillis(40)),
                WeeklyBudget.DEFAULT_PER_WEEK,
                new ServerSettings("127.0.0.1", 0),
                json,
                clock,
                "1.2.3",
                history,
                rephrasing,
                discovery);
    }

    static <T> T await(Future<T> future) {
        return future.timeout(60, TimeUnit.SECONDS).await();
    }

    void stop() {
        await(vertx.undeploy(deploymentId));
    }

    void start() {
        verticle = new AutomationVerticle(parts());
        deploymentId = await(vertx.deployVerticle(verticle));
    }

    void register(HomeRegistry registry) {
        await(database.write(
                connection -> new RegistryRepository(json).save(connection, HOME, registry, clock.instant())));
    }

    /** Stops it, and starts it with automations put elsewhere. */
    void restartWith(AutomationTarget other) {
        stop();
        target = other;
        start();
    }

    /** Stops it, and starts it with a model that may rephrase. */
    void restartWith(RephrasingSettings model) {
        stop();
        rephrasing = model;
        start();
    }

    /** Stops it, and starts it without a device in Home Assistant. */
    void restartWithoutDiscovery() {
        stop();
        discovery = null;
        start();
    }

    /** The pattern service announces a pattern that it found for the first time. */
    void detected(Pattern pattern) {
        publish(event(new PatternDetected(pattern)));
    }

    void changed(Pattern pattern) {
        publish(event(new PatternChanged(pattern, 0.5)));
    }

    <T extends EventData> Event<T> event(T data) {
        return new Event<>(new EventId(UUID.randomUUID().toString()), HOME, "pattern", clock.instant(), data);
    }

    void publish(Event<?> event) {
        await(bus.publish(new Message(event.topic(), Buffer.buffer(codec.encode(event)), false)));
    }

    void command(Command command) {
        byte[] payload = new CommandCodec(json).encode(command);
        await(bus.publish(new Message(Topic.command(HOME, command.type()), Buffer.buffer(payload), false)));
    }

    /** All that was announced of this type, in order. */
    <T extends EventData> List<T> announced(Class<T> type) {
        return seen.stream()
                .filter(message -> message.topic().value().contains("/event/"))
                .map(message -> codec.decode(message.payload().getBytes()))
                .map(decoded -> ((Decoded.Readable) decoded).event().data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return seen.stream()
                .filter(message -> message.topic().equals(Topic.deadLetter(HOME, "automation")))
                .map(message -> json.read(message.payload().getBytes(), DeadLetter.class))
                .toList();
    }

    /** The latest snapshot of the open suggestions. */
    OpenSuggestions open() {
        Message last = seen.stream()
                .filter(message -> message.topic().equals(Topic.state(HOME, "suggestions")))
                .reduce((first, second) -> second)
                .orElseThrow();
        return json.read(last.payload().getBytes(), OpenSuggestions.class);
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

    private JsonNode body(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return json.read(response.body(), JsonNode.class);
    }

    HttpResponse<String> exchange(String method, String path, String body) {
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

    String status(String suggestionId) {
        return get("/api/suggestions/" + suggestionId).path("status").asText();
    }

    @Override
    public void close() {
        if (vertx.deploymentIDs().contains(deploymentId)) {
            stop();
        }
        await(bus.close());
        await(database.close());
        await(vertx.close());
        client.close();
    }
}
