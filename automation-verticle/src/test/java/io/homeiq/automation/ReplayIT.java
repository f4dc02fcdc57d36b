package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an automation would have done, asked over HTTP. */
class ReplayIT {

    private static final String EVENING = """
            {"yaml_content": "alias: Evening\\ntriggers: [{trigger: time, at: '19:30:00'}]\\n\
            actions: [{action: light.turn_on, target: {entity_id: %s}}]\\n", "days": 7}
            """.formatted(Samples.LAMP);

    private final Diary diary = new Diary();
    private Station station;

    @BeforeEach
    void start(@TempDir Path folder) {
        station = new Station(folder, vertx -> new FakeTarget(), diary);
        station.clock.advance(Duration.ofDays(3).plusHours(14));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void comparesWithWhatPeopleDid() {
        // Given: on the first evening somebody does it a little earlier, on the third nobody
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-01T19:25:00Z"));
        diary.byHand(Samples.LAMP, "on", "off", Instant.parse("2026-03-01T22:00:00Z"));
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-02T19:40:00Z"));
        diary.byHand(Samples.LAMP, "on", "off", Instant.parse("2026-03-02T22:00:00Z"));
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-03T10:00:00Z"));
        diary.byHand(Samples.LAMP, "on", "off", Instant.parse("2026-03-03T11:00:00Z"));
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-04T08:00:00Z"));

        // When
        JsonNode answer = station.post("/api/replay", EVENING);

        // Then
        assertThat(answer.path("firings")).hasSize(3);
        assertThat(answer.path("summary").toString())
                .isEqualTo("{\"fired\":3,\"agreed\":2,\"unwanted\":1,\"missed\":2}");
        assertThat(answer.path("people")).hasSize(7);
        assertThat(answer.path("unsupported")).isEmpty();
    }

    @Test
    void answersWithoutHistoryThatNothingHappened() {
        // When
        JsonNode answer = station.post("/api/replay", EVENING);

        // Then
        assertThat(answer.path("period").path("start").isNull()).isTrue();
        assertThat(answer.path("firings")).isEmpty();
    }

    @Test
    void refusesWithoutHistoryTooWhatHomeAssistantWouldNotRun() {
        assertThat(station.refused(422, "POST", "/api/replay", "{\"automation\": {}}")
                        .path("detail")
                        .asText())
                .startsWith("Home Assistant would not run this: ");
    }

    @Test
    void saysWhyHomeAssistantWouldNotRunIt() {
        // Given
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-01T19:25:00Z"));

        // When
        JsonNode problem = station.refused(
                422,
                "POST",
                "/api/replay",
                "{\"automation\": {\"triggers\": [{\"trigger\": \"time\", \"at\": \"25:00\"}], \"actions\": []}}");

        // Then
        assertThat(problem.path("detail").asText())
                .startsWith("Home Assistant would not run this: trigger: Expected HH:MM");
    }

    @Test
    void wantsOneAutomation() {
        assertThat(station.refused(400, "POST", "/api/replay", "{}")
                        .path("detail")
                        .asText())
                .startsWith("automation must be either automation or yaml_content");
        assertThat(station.refused(400, "POST", "/api/replay", "{\"yaml_content\": \"- 1\"}")
                        .path("detail")
                        .asText())
                .startsWith("yaml_content must be the YAML of one automation");
        assertThat(station.refused(400, "POST", "/api/replay", "{\"yaml_content\": \"[\"}")
                        .path("parameter")
                        .asText())
                .isEqualTo("yaml_content");
    }
}
