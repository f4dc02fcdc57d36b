package io.homeiq.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLinesTest {

    @Test
    void tellsTheWholeInAFewLines() {
        // When
        List<String> lines = lines("""
                {"services": {"data": "ready", "query": "not ready: bus cannot be reached"},
                 "dependencies": [
                   {"name": "database", "status": "UP", "message": "The shared database answers."},
                   {"name": "bus", "status": "DOWN", "message": "There is no connection.", "cure": "Start it."},
                   {"name": "home_assistant", "status": "UP", "message": "Home Assistant 2026.11.0 is followed."}],
                 "history": {"total_events": 184753, "unique_entities": 61,
                   "first_event": "2026-01-03T06:12:00Z", "last_event": "2026-03-10T05:59:31Z"},
                 "analysis": {"status": "idle", "last_run": {"status": "completed",
                   "finished_at": "2026-03-10T03:01:12Z", "result": {"events": 9, "patterns": 24, "proven": 9}}},
                 "schedule": {"next_run": "2026-03-11T03:00:00Z"},
                 "open_suggestions": 3, "deployed_automations": 2,
                 "rephrasing": {"enabled": true, "model": "small", "month": "2026-03", "tokens_used": 2310,
                   "tokens_budget": 100000, "taken": 4, "discarded": 1}, "cache": {"lookups": 200, "hits": 166}}""");

        // Then
        assertThat(lines)
                .containsExactly(
                        "data         ready",
                        "query        not ready: bus cannot be reached",
                        "broker       There is no connection. Start it.",
                        "home         Home Assistant 2026.11.0 is followed.",
                        "history      184753 events of 61 entities, since 2026-01-03 06:12, the last at 2026-03-10 05:59",
                        "analysis     the last one completed at 2026-03-10 03:01 with 24 patterns, 9 proven; the next"
                                + " one at 2026-03-11 03:00",
                        "suggestions  3 open",
                        "automations  2 in place",
                        "words        small: 2310 of 100000 tokens used in 2026-03, 4 wordings taken, 1 discarded",
                        "cache        83 % of 200 look-ups were known");
    }

    @Test
    void tellsOfARunningAnalysisAndOfAHomeThatIsNew() {
        // When
        List<String> lines = lines("""
                {"services": {"data": "ready"}, "history": {"total_events": 0},
                 "analysis": {"status": "running", "stage": "reading history", "progress": 0.256},
                 "cache": {"lookups": 0, "hits": 0}}""");

        // Then
        assertThat(lines)
                .contains(
                        "history      no events yet; ./homeiq import brings some, or connect Home Assistant (HA_URL)",
                        "analysis     running, 26 %, reading history; none has ended yet",
                        "cache        not asked yet");
    }

    @Test
    void whereNothingRunsItSaysHowToBegin() {
        // When
        List<String> lines = lines("""
                {"services": {"data": "the data service does not answer at http://127.0.0.1:8006; is it running?",
                  "query": "the query service does not answer at http://127.0.0.1:8018; is it running?"},
                 "history": {}, "analysis": {}, "cache": {}}""");

        // Then
        assertThat(lines.getFirst())
                .isEqualTo("data         the data service does not answer at http://127.0.0.1:8006");
        assertThat(lines.getLast()).startsWith("Nothing runs here. ./homeiq run starts all services");
    }

    @Test
    void countsLookUpsOnceAndHitsInBothTiers() {
        // Given
        String metrics = """
                # TYPE homeiq_cache_requests_total counter
                homeiq_cache_requests_total{outcome="hit",service="pattern",tier="memory"} 60.0
                homeiq_cache_requests_total{outcome="miss",service="pattern",tier="memory"} 40.0
                homeiq_cache_requests_total{outcome="hit",service="pattern",tier="file"} 30.0
                homeiq_cache_requests_total{outcome="miss",service="pattern",tier="file"} 10.0
                """;

        // Then
        assertThat(CacheNumbers.read(metrics)).isEqualTo(new CacheNumbers(100, 90));
    }

    private static List<String> lines(String status) {
        try {
            JsonNode tree = new ObjectMapper().readTree(status);
            return StatusLines.of(tree, ZoneOffset.UTC);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the test's document is no JSON", e);
        }
    }
}
