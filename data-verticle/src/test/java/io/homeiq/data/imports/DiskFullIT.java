package io.homeiq.data.imports;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.Samples;
import io.homeiq.service.About;
import io.homeiq.service.ServiceException;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.client.ServiceClientSettings;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.StoreException;
import io.homeiq.store.history.Appended;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullIT {

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryBus bus = new InMemoryBus(vertx);
    private final WireJson json = new WireJson();
    private final MutableClock clock = MutableClock.at("2026-03-10T06:00:00Z");
    private final Metrics metrics = new Metrics("data");
    private final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong roomForEvents = new AtomicLong(Long.MAX_VALUE);
    private SharedDatabase database;
    private Imports imports;
    private ServiceServer server;
    private ServiceClient client;

    @BeforeEach
    void start() {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        Announcer announcer =
                new Announcer(vertx, new AnnouncerParts(database, bus, json, new HomeId("home"), "data", clock));
        imports = new Imports(
                vertx, UploadFolder.open(folder.resolve("imports"), freeBytes::get), new SmallLog(), announcer);
        server = await(ServiceServer.start(
                vertx,
                new ServerParts(
                        new About("data", "0", "Imports."),
                        new ServerSettings("127.0.0.1", 0),
                        json,
                        metrics,
                        new Readiness(vertx)),
                List.of(new ImportRoutes(vertx, imports, clock))));
        client = new ServiceClient(
                vertx,
                ServiceClientSettings.of("data", URI.create("http://127.0.0.1:" + server.port())),
                json,
                new Random(7),
                clock);
    }

    @AfterEach
    void stop() {
        await(client.close());
        await(server.close());
        await(imports.close());
        await(database.close());
        await(vertx.close());
        metrics.close();
    }

    @Test
    void refusesAFileThatDoesNotFit() throws IOException {
        // Given
        freeBytes.set(UploadFolder.RESERVE_BYTES + 1_000);

        // When
        ServiceException refused = refused(Samples.ndjson(Samples.events(100, Samples.START)));

        // Then
        assertThat(refused).hasMessageContaining("answered 507").hasMessageContaining("free some space");
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void keepsWhatWasAddedWhenTheDiskGetsFullAndGoesOn() throws IOException {
        // Given
        roomForEvents.set(3_000);

        // When
        ServiceException refused = refused(Samples.ndjson(Samples.events(9_000, Samples.START)));

        // Then
        assertThat(refused).hasMessageContaining("answered 507").hasMessageContaining("what was added stays");
        assertThat(String.valueOf(refused.problem())).contains("added=3000");
        roomForEvents.set(Long.MAX_VALUE);
        JsonNode next = await(client.upload(
                "/api/v1/imports?name=b", write(Samples.ndjson(Samples.events(10, Samples.START))), JsonNode.class));
        assertThat(next.path("added").asInt()).isEqualTo(10);
    }

    private ServiceException refused(String text) throws IOException {
        Path file = write(text);
        return (ServiceException) await(client.upload("/api/v1/imports?name=a", file, JsonNode.class)
                .map(answer -> new Throwable("it was taken: " + answer))
                .otherwise(failure -> failure));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(files.resolve("events.ndjson"), text);
    }

    /** A log that takes only so many events. */
    private final class SmallLog implements Destination {

        private long seq;

        @Override
        public Future<Appended> store(List<HomeEvent> events, String source) {
            if (seq + events.size() > roomForEvents.get()) {
                return Future.failedFuture(new StoreException(StoreException.Kind.DISK_FULL, "the disk is full"));
            }
            List<Sequenced> added =
                    events.stream().map(event -> new Sequenced(++seq, event)).toList();
            return Future.succeededFuture(new Appended(added, 0, seq, 0));
        }

        @Override
        public void ringOnce(List<Sequenced> added) {}
    }
}
