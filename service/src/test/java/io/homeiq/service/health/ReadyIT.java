package io.homeiq.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.service.RunningService;
import io.homeiq.store.SharedDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyIT {

    @TempDir
    Path folder;

    private final RunningService service = RunningService.with(api -> {});
    private final InMemoryBus bus = new InMemoryBus(service.vertx);
    private SharedDatabase database;

    @BeforeEach
    void open() {
        database = SharedDatabase.open(service.vertx, folder.resolve("shared.db"))
                .timeout(20, TimeUnit.SECONDS)
                .await();
        service.readiness.add("database", database::check).addFlag("bus", bus::isConnected);
    }

    @AfterEach
    void close() {
        database.close().timeout(20, TimeUnit.SECONDS).await();
        service.close();
    }

    @Test
    void isReadyWhileItsNeedsStand() {
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.parse(service.get("/health/health")).path("status").asText())
                .isEqualTo("healthy");
    }

    @Test
    void isNotReadyWithoutItsDatabase() {
        // When
        database.close().timeout(20, TimeUnit.SECONDS).await();

        // Then
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
        JsonNode problem = service.parse(service.get("/health/ready"));
        assertThat(problem.path("detail").asText()).isEqualTo("not ready: database cannot be reached");
        assertThat(problem.path("checks").path("bus").asText()).isEqualTo("UP");
    }

    @Test
    void isNotReadyWithoutItsBusButAlive() {
        // When
        bus.close().timeout(20, TimeUnit.SECONDS).await();

        // Then
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        JsonNode health = service.parse(service.get("/health/health"));
        assertThat(health.path("status").asText()).isEqualTo("degraded");
        assertThat(health.path("checks").path("bus").asText()).isEqualTo("DOWN");
    }
}
