package io.homeiq.query;

import static io.homeiq.query.Station.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryVerticleIT {

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void saysWhatItCanDo() {
        // When
        JsonNode root = station.call(200, "GET", "/", "");

        // Then
        assertThat(root.path("service").asText()).isEqualTo("query");
        assertThat(root.path("endpoints").toString())
                .contains("POST /api/v1/query", "POST /api/v1/query/{id}/clarify", "DELETE /api/v1/aliases");
    }

    @Test
    void isReadyWhenItsPartsAre() {
        assertThat(station.exchange("GET", "/health/ready", "").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWithoutItsBus() {
        // When
        await(station.bus.close());

        // Then
        assertThat(station.exchange("GET", "/health/ready", "").statusCode()).isEqualTo(503);
        assertThat(station.exchange("GET", "/health/live", "").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAnswersByOutcome() {
        // Given
        station.ask("turn on the garden light");

        // When
        String numbers = station.exchange("GET", "/metrics", "").body();

        // Then
        assertThat(numbers)
                .contains("homeiq_queries_total{outcome=\"refusal\",service=\"query\"} 1.0")
                .contains("homeiq_query_seconds_count{service=\"query\"} 1");
    }
}
