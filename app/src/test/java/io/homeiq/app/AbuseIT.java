package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.testing.FreePort;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Data API with a small heap and clients that ask for far more than fits into it. */
class AbuseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int EVENTS = 60_000;
    private static final String LARGEST_PAGE = "/api/v1/events?limit=1000";
    private static final String SMALL_PAGE = "/api/v1/events?limit=20";

    @TempDir
    static Path folder;

    private static int port;
    private static HomeIqProcess homeIq;
    private static Web web;

    @BeforeAll
    static void startWithHistory() throws IOException {
        port = FreePort.find();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HOMEIQ_DATA", folder.resolve("volume").toString(),
                "MQTT_PORT", "0",
                "HOMEIQ_DATA_PORT", Integer.toString(port)));
        homeIq = HomeIqProcess.start(folder, "homeiq", variables, List.of("run", "--roles=data"));
        web = Web.plain();
        awaitReady();
        Path events = folder.resolve("events.ndjson");
        HomeEventJson json = new HomeEventJson();
        try (BufferedWriter out = Files.newBufferedWriter(events)) {
            for (int i = 0; i < EVENTS; i++) {
                out.write(json.write(change(i)));
                out.write('\n');
            }
        }
        Web.Answer imported = web.upload(url("/api/v1/imports?name=events"), events, "application/octet-stream");
        assertThat(imported.isOk()).as(imported.toString()).isTrue();
    }

    private static StateChange change(int number) {
        String after = number % 2 == 0 ? "on" : "off";
        return new StateChange(
                new EntityId("light.lamp_" + number % 40),
                number % 2 == 0 ? "off" : "on",
                after,
                new Attributes(Map.of("brightness", number % 255, "friendly_name", "Lamp " + number % 40)),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 7L),
                new Context("01J" + number, null, null));
    }

    @AfterAll
    static void stop() {
        homeIq.close();
        web.close();
    }

    @AfterEach
    void isUnharmed() {
        awaitReady();
        assertThat(homeIq.isAlive()).isTrue();
        assertThat(homeIq.err()).doesNotContain("OutOfMemory", " ERROR ");
        assertThat(web.read(url("/api/v1/events/stats")).path("total_events").asInt())
                .isEqualTo(EVENTS);
    }

    @Test
    void clientsThatNeverReadTakeABoundedAmountOfMemory() throws IOException {
        // Given
        try (DeafClients deaf = new DeafClients(port)) {
            // When
            deaf.ask(20, "/api/v1/events", "Accept: application/x-ndjson\r\n", 1);
            deaf.ask(100, LARGEST_PAGE, "", 3);

            // Then
            isUnharmed();
            for (int i = 0; i < 50; i++) {
                assertThat(web.get(url(SMALL_PAGE)).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void tenThousandRequestsAtOnceAreAnsweredOrRefused() {
        // Given
        Vertx vertx = Vertx.vertx();
        NetClient client = vertx.createNetClient();

        // When
        List<Future<Void>> clients =
                IntStream.range(0, 1_250).mapToObj(i -> askAndRead(client)).toList();

        // Then
        assertThat(clients)
                .allSatisfy(closed -> assertThat(closed.timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .map("closed")
                                .await())
                        .isEqualTo("closed"));
        vertx.close().await();
    }

    /** Eight requests on a connection of its own; done when the server has closed it. */
    private static Future<Void> askAndRead(NetClient client) {
        String request = "GET " + SMALL_PAGE + " HTTP/1.1\r\nHost: test\r\n";
        return client.connect(port, "127.0.0.1").compose(socket -> {
            Promise<Void> closed = Promise.promise();
            socket.handler(read -> {});
            socket.exceptionHandler(reset -> {});
            socket.closeHandler(end -> closed.complete());
            socket.write((request + "\r\n").repeat(7) + request + "Connection: close\r\n\r\n");
            return closed.future();
        });
    }

    private static void awaitReady() {
        await("ready")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(web.get(url("/health/ready")).isOk())
                        .as(homeIq.err())
                        .isTrue());
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
