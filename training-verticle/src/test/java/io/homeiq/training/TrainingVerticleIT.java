package io.homeiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingVerticleIT {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryBus bus = new InMemoryBus(vertx);
    private final WireJson json = new WireJson();
    private final HttpClient client = HttpClient.newHttpClient();
    private SharedDatabase database;
    private TrainingVerticle service;
    private String deployment;

    @BeforeEach
    void start() {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        service = new TrainingVerticle(new TrainingParts(bus, database, new ServerSettings("127.0.0.1", 0), json, "0"));
        deployment = await(vertx.deployVerticle(service));
    }

    @AfterEach
    void stop() {
        await(vertx.undeploy(deployment));
        await(database.close());
        await(vertx.close());
        client.close();
    }

    @Test
    void saysWhatItCanDoSoFar() throws Exception {
        // When
        JsonNode root = json.read(get("/").body(), JsonNode.class);

        // Then
        assertThat(root.path("service").asText()).isEqualTo("training");
        assertThat(root.path("summary").asText()).startsWith("So far");
        assertThat(root.path("endpoints").toString())
                .contains("GET /health/ready")
                .doesNotContain("/api/");
    }

    @Test
    void isReadyWhenItsPartsAre() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body()).contains("service=\"training\"");
    }

    @Test
    void isNotReadyWithoutItsBus() throws Exception {
        // When
        await(bus.close());

        // Then
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void pretendsNothing() throws Exception {
        assertThat(get("/api/v1/training").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + service.port() + path);
        return client.sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .get(20, TimeUnit.SECONDS);
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(20, TimeUnit.SECONDS).await();
    }
}
