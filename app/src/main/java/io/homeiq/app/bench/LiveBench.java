package io.homeiq.app.bench;

import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.HomeAssistantLink;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Secret;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.ServiceCalls;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How soon after the change that completes a habit it is announced, while five hundred changes a second come in. */
public final class LiveBench implements Bench {

    private static final int PER_SECOND = 500;
    private static final int SECONDS = 20;

    /** A service runs for months: what Java's compiler does in its first half minute is not what is asked for. */
    private static final int WARM_UP_SECONDS = 30;

    private static final int AFTER_IMPORT_SECONDS = 5;
    private static final double MILLIS_FLOOR = 100;
    private static final double QUANTILE = 0.99;
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;

    public LiveBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        Vertx vertx = Vertx.vertx();
        StateStreamServer stream = new StateStreamServer(vertx);
        try {
            int port = stream.start().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Settings settings = settings(port);
            try (HomeIq homeIq = HomeIq.start(settings, EnumSet.allOf(Role.class), Clock.systemUTC())) {
                return measure(homeIq, homeIq.settings(), stream, console);
            }
        } finally {
            stream.close();
            vertx.close();
        }
    }

    private List<Measure> measure(HomeIq homeIq, Settings settings, StateStreamServer stream, Console console)
            throws Exception {
        Map<String, Long> detected = new ConcurrentHashMap<>();
        homeIq.bus().subscribe(TopicFilter.event(HomeId.DEFAULT, EventType.PATTERN_DETECTED), message -> {
            JsonObject pattern =
                    new JsonObject(message.payload()).getJsonObject("data").getJsonObject("pattern");
            detected.putIfAbsent(pattern.getString("entity"), System.nanoTime());
            return Future.succeededFuture();
        });
        await("the feed", stream::isSubscribed);
        HabitsToBe habits = new HabitsToBe(Instant.now());
        remember(settings, habits);
        console.remark("sending " + PER_SECOND + " changes a second for " + (SECONDS + WARM_UP_SECONDS) + " seconds…");
        Map<String, Long> sent = send(stream, habits);
        await("the detections", () -> detected.keySet().containsAll(sent.keySet()) || !isGrowing(detected));
        Quantiles millis = new Quantiles(sent.entrySet().stream()
                .filter(entry -> detected.containsKey(entry.getKey()))
                .mapToDouble(entry -> (detected.getOrDefault(entry.getKey(), 0L) - entry.getValue()) / 1e6)
                .toArray());
        return List.of(
                new Measure("habits detected live, of " + sent.size(), millis.count(), "habits", sent.size(), false),
                new Measure("from a change to pattern.detected, median", millis.at(0.5), "ms", MILLIS_FLOOR, true),
                new Measure(
                        "from a change to pattern.detected, 99 of 100", millis.at(QUANTILE), "ms", MILLIS_FLOOR, true));
    }

    private void remember(Settings settings, HabitsToBe habits) throws Exception {
        Path history = folder.resolve("before.ndjson");
        HomeEventJson json = new HomeEventJson();
        Files.write(history, habits.before().stream().map(json::write).toList());
        try (ServiceCalls calls = new ServiceCalls(settings)) {
            calls.upload(Role.DATA, "/api/v1/imports?name=before.ndjson", history, "application/octet-stream");
            TimeUnit.SECONDS.sleep(AFTER_IMPORT_SECONDS); // the analysis after an import
            await(
                    "the analysis",
                    () -> calls.get(Role.PATTERN, "/api/analysis/status")
                            .path("status")
                            .asText()
                            .equals("idle"));
        }
    }

    private static Map<String, Long> send(StateStreamServer stream, HabitsToBe habits) throws InterruptedException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        HomeEventJson json = new HomeEventJson();
        int warmUp = PER_SECOND * WARM_UP_SECONDS;
        long start = System.nanoTime();
        for (int i = 0; i < warmUp + PER_SECOND * SECONDS; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            int habit = i < warmUp ? warmUpHabit(i) : measuredHabit(i - warmUp);
            if (habit >= 0 && habit < HabitsToBe.COUNT) {
                sent.put(HabitsToBe.lamp(habit).value(), System.nanoTime());
            }
            stream.send(
                    json.write(habit >= 0 ? habits.completing(habit, Instant.now()) : habits.other(i, Instant.now())));
        }
        return sent;
    }

    /** The habit that the change with this number completes, -1 if none. */
    private static int warmUpHabit(int change) {
        int every = PER_SECOND * WARM_UP_SECONDS / HabitsToBe.WARM_UP;
        return change % every == 0 ? HabitsToBe.COUNT + change / every : -1;
    }

    private static int measuredHabit(int change) {
        int every = PER_SECOND * SECONDS / HabitsToBe.COUNT;
        return change % every == 0 ? change / every : -1;
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Whether more arrive within a second. */
    private static boolean isGrowing(Map<String, Long> detected) {
        int before = detected.size();
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return detected.size() > before;
    }

    private Settings settings(int homeAssistantPort) {
        Map<Role, Integer> ports = new EnumMap<>(Role.class);
        Map<Role, URI> urls = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            ports.put(role, 0);
            urls.put(role, URI.create("http://127.0.0.1:" + role.defaultPort()));
        }
        Path data = folder.resolve("live");
        return new Settings(
                HomeId.DEFAULT,
                data,
                data.resolve("shared.db"),
                data.resolve("correlation_cache.db"),
                "127.0.0.1",
                ports,
                urls,
                new BrokerSettings.Embedded("127.0.0.1", 0),
                new HomeAssistantLink(URI.create("http://127.0.0.1:" + homeAssistantPort), new Secret("bench")),
                null,
                WeeklyBudget.DEFAULT_PER_WEEK,
                null,
                null,
                null,
                false);
    }
}
