package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns over HTTP, with a real database. */
class PatternApiIT {

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-03-01T06:00:00Z");
    private final PatternRepository patterns = new PatternRepository(new WireJson(), clock);
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, clock);
        save("best", "light.hall", 0.6);
        clock.advance(Duration.ofDays(1));
        save("best", "light.hall", 0.9);
        save("second", "light.hall", 0.8);
        save("third", "light.attic", 0.7);
        save("gone", "light.attic", 0.95);
        station.write(connection -> patterns.retire(connection, Station.HOME, new PatternId("gone"), clock.instant()));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void listsWhatFitsInPages() {
        // When
        JsonNode all = station.get("/api/v1/patterns/list");
        JsonNode page = station.get("/api/v1/patterns/list?limit=1&offset=1");
        JsonNode inactive = station.get("/api/v1/patterns/list?include_inactive=true");
        JsonNode filtered =
                station.get("/api/v1/patterns/list?pattern_type=time_of_day&device_id=light.hall&min_confidence=0.85");

        // Then
        assertThat(all.path("success").asBoolean()).isTrue();
        assertThat(ids(all)).containsExactly("best", "second", "third");
        assertThat(all.path("data").path("count").asInt()).isEqualTo(3);
        assertThat(ids(page)).containsExactly("second");
        assertThat(ids(inactive)).containsExactly("gone", "best", "second", "third");
        assertThat(ids(filtered)).containsExactly("best");
    }

    @Test
    void tellsOneWithItsHistory() {
        // When
        JsonNode one = station.get("/api/v1/patterns/best").path("data");
        JsonNode history = station.get("/api/v1/patterns/best/history").path("data");

        // Then
        assertThat(one.path("pattern_type").asText()).isEqualTo("time_of_day");
        assertThat(one.path("device_id").asText()).isEqualTo("light.hall");
        assertThat(one.path("trend_direction").asText()).isEqualTo("increasing");
        assertThat(history.path("count").asInt()).isEqualTo(2);
        assertThat(history.path("history"))
                .extracting(point -> point.path("confidence").asDouble())
                .containsExactly(0.9, 0.6);
    }

    @Test
    void countsThemAll() {
        // When
        JsonNode statistics = station.get("/api/v1/patterns/stats").path("data");

        // Then
        assertThat(statistics.path("total_patterns").asInt()).isEqualTo(3);
        assertThat(statistics.path("inactive").asInt()).isEqualTo(1);
        assertThat(statistics.path("unique_devices").asInt()).isEqualTo(2);
        assertThat(statistics.path("by_type").path("time_of_day").asInt()).isEqualTo(3);
    }

    @Test
    void notesWhatPeopleSay() {
        // When
        station.post("/api/v1/patterns/feedback/best?action=accept", "");
        station.post("/api/v1/patterns/feedback/best?action=ignore", "{\"comment\":\"later\"}");
        JsonNode answer = station.post("/api/v1/patterns/feedback/best", "{\"action\":\"accept\"}");

        // Then
        assertThat(answer.path("data").path("feedback").path("accept").asInt()).isEqualTo(2);
        assertThat(answer.path("data").path("feedback").path("ignore").asInt()).isEqualTo(1);
        assertThat(answer.path("data").path("action").asText()).isEqualTo("accept");
    }

    @Test
    void explainsWhatIsWrongWithARequest() {
        // When
        JsonNode tooMany = station.refused(400, "GET", "/api/v1/patterns/list?limit=1001", "");
        JsonNode noKind = station.refused(400, "GET", "/api/v1/patterns/list?pattern_type=magic", "");
        JsonNode noEntity = station.refused(400, "GET", "/api/v1/patterns/list?device_id=hall", "");
        JsonNode unknown = station.refused(404, "GET", "/api/v1/patterns/nothing/history", "");
        JsonNode noAction = station.refused(400, "POST", "/api/v1/patterns/feedback/best", "");
        JsonNode wrongAction = station.refused(400, "POST", "/api/v1/patterns/feedback/best?action=love", "");
        JsonNode noJson = station.refused(422, "POST", "/api/v1/patterns/feedback/best", "{\"action\":");
        JsonNode nobody = station.refused(404, "POST", "/api/v1/patterns/feedback/Nobody?action=accept", "");

        // Then
        assertThat(tooMany.path("parameter").asText()).isEqualTo("limit");
        assertThat(noKind.path("detail").asText()).contains("time_of_day").contains("magic");
        assertThat(noEntity.path("parameter").asText()).isEqualTo("device_id");
        assertThat(unknown.path("detail").asText()).contains("nothing");
        assertThat(noAction.path("detail").asText()).contains("accept, reject or ignore");
        assertThat(wrongAction.path("parameter").asText()).isEqualTo("action");
        assertThat(noJson.path("status").asInt()).isEqualTo(422);
        assertThat(nobody.path("detail").asText()).contains("Nobody");
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("data").path("patterns").findValuesAsText("id");
    }

    private void save(String id, String entity, double confidence) {
        EntityId lamp = new EntityId(entity);
        Instant seen = Instant.parse("2026-02-01T06:45:00Z");
        station.write(connection -> patterns.save(
                connection,
                Station.HOME,
                new Pattern(
                        new PatternId(id),
                        PatternKind.TIME_OF_DAY,
                        lamp,
                        new Rule(
                                List.of(TimeTrigger.at(LocalTime.of(6, 45))),
                                List.of(),
                                List.of(CallService.of("light", "turn_on", lamp))),
                        confidence,
                        0.01,
                        20,
                        seen,
                        seen,
                        new Evidence(20, 18, 17, 1, 2, 17.0 / 18, 0.7, 0.99, List.of()),
                        new Finding.Proven())));
    }
}
