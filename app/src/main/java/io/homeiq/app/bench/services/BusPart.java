package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.Quantiles;
import io.homeiq.app.bench.StateStreamServer;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Console;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** From a change at Home Assistant's socket to {@code state.changed} at a subscriber of the broker, five processes beside it. */
final class BusPart implements Part {

    private static final int PER_SECOND = 500;
    private static final int WARM_UP = 30 * PER_SECOND;
    private static final int MEASURED = 20 * PER_SECOND;
    private static final int ENTITIES = 100;
    private static final double MILLIS_FLOOR = 100;
    private static final double QUANTILE = 0.99;
    private static final int PATIENCE_SECONDS = 60;
    private static final int LAST_ONES_SECONDS = 3;

    private final HomeEventJson json = new HomeEventJson();

    @Override
    public List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception {
        Vertx vertx = Vertx.vertx();
        StateStreamServer stream = new StateStreamServer(vertx);
        int port = result(stream.start());
        Map<String, String> home = Map.of("HA_URL", "http://127.0.0.1:" + port, "HA_TOKEN", "bench");
        try (Processes five = Processes.start(folder, broker, EnumSet.allOf(Role.class), home)) {
            return measure(vertx, stream, broker, console);
        } finally {
            result(stream.close());
            result(vertx.close());
        }
    }

    private List<Measure> measure(Vertx vertx, StateStreamServer stream, Mosquitto broker, Console console)
            throws Exception {
        Map<String, Long> received = new ConcurrentHashMap<>();
        Map<String, Integer> twice = new ConcurrentHashMap<>();
        MqttBus bus = MqttBus.open(vertx, MqttSettings.of("127.0.0.1", broker.port(), "bench"));
        result(bus.subscribe(TopicFilter.event(HomeId.DEFAULT, EventType.STATE_CHANGED), message -> {
            String id = new JsonObject(message.payload())
                    .getJsonObject("data")
                    .getJsonObject("change")
                    .getJsonObject("context")
                    .getString("id");
            if (received.putIfAbsent(id, System.nanoTime()) != null) {
                twice.merge(id, 1, Integer::sum);
            }
            return Future.succeededFuture();
        }));
        awaitSubscribed(stream);
        console.remark("sending " + PER_SECOND + " changes a second for " + (WARM_UP + MEASURED) / PER_SECOND + " s…");
        Map<String, Long> sent = send(stream);
        TimeUnit.SECONDS.sleep(LAST_ONES_SECONDS);
        result(bus.close());
        Quantiles millis = new Quantiles(sent.entrySet().stream()
                .filter(entry -> received.containsKey(entry.getKey()))
                .mapToDouble(entry -> (received.getOrDefault(entry.getKey(), 0L) - entry.getValue()) / 1e6)
                .toArray());
        return List.of(
                new Measure(
                        "state.changed by mosquitto, five processes, 99 of 100",
                        millis.at(QUANTILE),
                        "ms",
                        MILLIS_FLOOR,
                        true),
                new Measure("lost of " + sent.size(), sent.size() - millis.count(), "events", 0, true),
                new Measure("doubled of " + sent.size(), twice.size(), "events", 0, true));
    }

    /** Those after the warm-up, with the time of each. */
    private Map<String, Long> send(StateStreamServer stream) throws InterruptedException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long wait = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            String line = json.write(change(i));
            if (i >= WARM_UP) {
                sent.put("bench" + i, System.nanoTime());
            }
            stream.send(line);
        }
        return sent;
    }

    private static StateChange change(int number) {
        boolean on = number / ENTITIES % 2 == 0;
        EntityId entity = new EntityId((number % 2 == 0 ? "light.lamp_" : "binary_sensor.motion_") + number % ENTITIES);
        return new StateChange(
                entity,
                on ? "off" : "on",
                on ? "on" : "off",
                new Attributes(Map.of("friendly_name", entity.objectId())),
                Instant.now(),
                new Context("bench" + number, null, null));
    }

    private static void awaitSubscribed(StateStreamServer stream) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!stream.isSubscribed()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the data service did not come to follow");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.SECONDS.sleep(1);
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
