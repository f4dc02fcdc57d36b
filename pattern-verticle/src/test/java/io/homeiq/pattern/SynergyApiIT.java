package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synergies from the history to the drafted automation, with a real database and the real cache. */
class SynergyApiIT {

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-02-05T12:00:00Z");
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, clock);
        station.register(HallLife.registry());
        station.history.add(HallLife.events(1));
        station.analyse();
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void anAnalysisFindsWhatGoesTogether() {
        // When
        JsonNode list = station.get("/api/v1/synergies/list?synergy_type=motion_light&synergy_depth=2");
        JsonNode statistics = station.get("/api/v1/synergies/statistics").path("data");
        JsonNode one = station.get("/api/v1/synergies/" + id()).path("data");

        // Then
        assertThat(list.path("success").asBoolean()).isTrue();
        assertThat(list.path("data").path("count").asInt()).isEqualTo(1);
        assertThat(one).isEqualTo(list.path("data").path("synergies").path(0));
        assertThat(one.path("device_ids"))
                .extracting(JsonNode::asText)
                .containsExactly(HallLife.MOTION.value(), HallLife.LAMP.value());
        assertThat(one.path("area").asText()).isEqualTo("hall");
        assertThat(one.path("complexity").asText()).isEqualTo("low");
        assertThat(one.path("correlation").path("share").asDouble())
                .isGreaterThan(one.path("correlation").path("chance").asDouble());
        assertThat(statistics.path("total_synergies").asInt()).isEqualTo(1);
        assertThat(statistics.path("by_type").path("motion_light").asInt()).isEqualTo(1);
        assertThat(station.get("/api/v1/synergies/list?synergy_depth=3")
                        .path("data")
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void draftsTheAutomation() {
        // When
        JsonNode draft = station.post("/api/v1/synergies/" + id() + "/generate-automation", "")
                .path("data");

        // Then
        assertThat(draft.path("automation").path("triggers").toString()).contains(HallLife.MOTION.value());
        assertThat(draft.path("automation").path("actions").toString())
                .contains("light.turn_on")
                .contains(HallLife.LAMP.value());
        assertThat(draft.path("automation_yaml").asText()).contains("light.turn_on");
        assertThat(draft.path("safety").path("verdict").asText()).isEqualTo("pass");
    }

    @Test
    void refusesToDraftWhatMustNotBeSwitched() {
        // Given
        station.register(HallLife.registry("homeiq_never"));

        // When
        JsonNode problem = station.refused(409, "POST", "/api/v1/synergies/" + id() + "/generate-automation", "");

        // Then
        assertThat(problem.path("detail").asText()).contains("homeiq_never").contains("light.hall");
    }

    @Test
    void whatSomebodyRejectsIsNotListedAgain() {
        // Given
        String id = id();

        // When
        JsonNode answer = station.post("/api/v1/synergies/" + id + "/feedback", "{\"action\":\"reject\"}");
        station.analyse();

        // Then
        assertThat(answer.path("data").path("feedback").path("reject").asInt()).isEqualTo(1);
        assertThat(ids("")).isEmpty();
        assertThat(ids("?include_rejected=true")).containsExactly(id);
    }

    @Test
    void theSecondAnalysisOfTheSameDaysAnswersFromTheCache() {
        // When
        station.analyse();
        double memoryHits = cache("memory", "hit");
        station.restart();
        station.analyse();

        // Then
        assertThat(memoryHits).isEqualTo(1);
        assertThat(cache("memory", "miss")).isEqualTo(1);
        assertThat(cache("file", "hit")).isEqualTo(1);
        assertThat(cache("file", "miss")).isZero();
        assertThat(ids("")).hasSize(1);
    }

    @Test
    void aLostCacheCostsTimeOnly() throws IOException {
        // Given
        List<String> before = ids("");
        clock.advance(Duration.ofHours(2));
        Files.writeString(
                folder.resolve("correlation_cache.db"), "overwritten by something else, all of it".repeat(100));

        // When
        station.restart();
        station.analyse();

        // Then
        assertThat(ids("")).isEqualTo(before).hasSize(1);
    }

    @Test
    void tellsItsWorkInNumbers() {
        assertThat(station.number("homeiq_analysis_seconds_count", "outcome=\"completed\""))
                .isEqualTo(1);
        assertThat(station.number("homeiq_patterns_detected_total", "kind=\"trigger_action\""))
                .isZero();
        assertThat(station.number("homeiq_history_lag_events")).isZero();
    }

    @Test
    void explainsWhatIsWrongWithARequest() {
        // When
        JsonNode tooDeep = station.refused(400, "GET", "/api/v1/synergies/list?synergy_depth=5", "");
        JsonNode noType = station.refused(400, "GET", "/api/v1/synergies/list?synergy_type=magic", "");
        JsonNode unknown = station.refused(404, "POST", "/api/v1/synergies/nothing/generate-automation", "");
        JsonNode noAction = station.refused(400, "POST", "/api/v1/synergies/" + id() + "/feedback", "{}");

        // Then
        assertThat(tooDeep.path("parameter").asText()).isEqualTo("synergy_depth");
        assertThat(noType.path("detail").asText()).contains("motion_light");
        assertThat(unknown.path("detail").asText()).contains("nothing");
        assertThat(noAction.path("parameter").asText()).isEqualTo("action");
    }

    private double cache(String tier, String outcome) {
        return station.number("homeiq_cache_requests_total", "tier=\"" + tier + "\"", "outcome=\"" + outcome + "\"");
    }

    private String id() {
        return ids("").getFirst();
    }

    private List<String> ids(String query) {
        return station.get("/api/v1/synergies/list" + query)
                .path("data")
                .path("synergies")
                .findValuesAsText("synergy_id");
    }
}
