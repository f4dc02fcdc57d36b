package io.homeiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every service has. */
class TrainingVerticleIT {

    @TempDir
    private Path folder;

    private School school;

    @BeforeEach
    void start() {
        school = new School(folder, School.SMALL);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void saysWhatItCanDo() {
        // When
        JsonNode root = school.get("/");

        // Then
        assertThat(root.path("service").asText()).isEqualTo("training");
        assertThat(root.path("summary").asText()).contains("suggestion_ranker");
        assertThat(root.path("endpoints").toString())
                .contains("GET /health/ready", "POST /api/v1/training/trigger", "DELETE /api/v1/training/runs/{id}");
    }

    @Test
    void isReadyWhenItsPartsAre() {
        assertThat(school.exchange("GET", "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWithoutItsBus() {
        // When
        School.await(school.bus.close());

        // Then
        assertThat(school.exchange("GET", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(school.exchange("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void countsFromZero() {
        assertThat(school.exchange("GET", "/metrics").body())
                .contains("homeiq_training_runs_total{outcome=\"completed\",service=\"training\","
                        + "type=\"suggestion_ranker\"} 0.0")
                .contains("homeiq_training_seconds_count{");
    }
}
