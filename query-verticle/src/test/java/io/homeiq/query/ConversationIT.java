package io.homeiq.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationIT {

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

    private JsonNode clarify(int status, JsonNode query, String answer) {
        String path = "/api/v1/query/" + query.path("query_id").asText() + "/clarify";
        return station.call(status, "POST", path, "{\"answers\":[\"" + answer + "\"]}");
    }

    private JsonNode refine(JsonNode query, String body) {
        return station.call(
                201, "POST", "/api/v1/query/" + query.path("query_id").asText() + "/refine", body);
    }

    @Test
    void asksWhichOneAndTakesTheChoice() {
        // Given
        JsonNode asked = station.ask("turn on the kitchen light at sunset");

        // When
        JsonNode reply = clarify(201, asked, "Counter light (Kitchen)");

        // Then
        assertThat(asked.path("outcome").asText()).isEqualTo("question");
        assertThat(asked.at("/question/choices").toString())
                .isEqualTo("[\"Kitchen ceiling light\",\"Counter light (Kitchen)\"]");
        assertThat(reply.path("outcome").asText()).isEqualTo("automation");
        assertThat(reply.path("entities").toString()).isEqualTo("[\"light.kitchen_counter\"]");
        assertThat(reply.path("query_id")).isEqualTo(asked.path("query_id"));
        clarify(409, asked, "1");
    }

    @Test
    void asksWhenAndTakesAnyTime() {
        // Given
        JsonNode asked = station.ask("every morning open the blinds");

        // When
        JsonNode reply = clarify(201, asked, "at half past seven");

        // Then
        assertThat(reply.at("/automation/triggers/0/at").asText()).isEqualTo("07:30:00");
    }

    @Test
    void givesUpAfterThreeAnswers() {
        // Given
        JsonNode asked = station.ask("turn on the light");

        // When
        clarify(201, asked, "light");
        JsonNode second = clarify(201, asked, "light");
        JsonNode third = clarify(201, asked, "light");

        // Then
        assertThat(second.path("outcome").asText()).isEqualTo("question");
        assertThat(third.path("outcome").asText()).isEqualTo("refusal");
        clarify(409, asked, "light");
    }

    @Test
    void changesWhatWasAsked() {
        // Given
        JsonNode asked = station.ask("turn on the porch light at sunset");

        // When
        JsonNode later = refine(asked, "{\"feedback\":\"make it 22:30 instead\"}");
        JsonNode other = refine(asked, "{\"selected_entities\":[\"light.hall\"]}");

        // Then
        assertThat(later.at("/automation/triggers").size()).isEqualTo(1);
        assertThat(later.at("/automation/triggers/0/at").asText()).isEqualTo("22:30:00");
        assertThat(other.path("entities").toString()).isEqualTo("[\"light.hall\"]");
        assertThat(other.at("/automation/triggers/0/at").asText()).isEqualTo("22:30:00");
    }

    @Test
    void learnsTheOwnersNames() {
        // Given
        String alias = "{\"entity_id\":\"light.floor_lamp\",\"alias\":\"Big Sunny\"}";

        // When
        station.call(201, "POST", "/api/v1/aliases", alias);

        // Then
        assertThat(station.ask("turn on big sunny").path("entities").toString()).isEqualTo("[\"light.floor_lamp\"]");
        assertThat(station.call(200, "GET", "/api/v1/aliases", "").path("count").asInt())
                .isEqualTo(1);
        station.call(409, "POST", "/api/v1/aliases", alias);
        station.call(404, "POST", "/api/v1/aliases", "{\"entity_id\":\"light.none\",\"alias\":\"x\"}");
        station.call(400, "POST", "/api/v1/aliases", "{\"entity_id\":\"light\",\"alias\":\"x\"}");
        String there = "/api/v1/aliases?entity_id=light.floor_lamp&alias=Big%20Sunny";
        assertThat(station.exchange("DELETE", there, "").statusCode()).isEqualTo(204);
        station.call(404, "DELETE", there, "");
        assertThat(station.ask("turn on big sunny").path("outcome").asText()).isEqualTo("refusal");
    }
}
