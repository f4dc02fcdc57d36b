package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.LOCK;
import static io.homeiq.automation.Samples.doubtful;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.store.pattern.PatternRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationIT {

    private static final String GENERATE = "/api/suggestions/generate";

    @TempDir
    private Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, new FakeTarget());
        store(proven("good", LAMP, 0.8));
        store(proven("best", LAMP, 0.9));
        store(proven("fair", LAMP, 0.7));
        store(doubtful("doubtful"));
        store(proven("lock", LOCK, 0.95));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void makesSuggestionsOfProvenPatternsTheBestFirst() {
        // When
        JsonNode answer = station.post(GENERATE, "{\"limit\": 2}");

        // Then
        assertThat(answer.path("count").asInt()).isEqualTo(2);
        assertThat(answer.path("suggestions"))
                .extracting(suggestion -> suggestion.path("id").asText())
                .containsExactly("sug_best", "sug_good");
        assertThat(answer.path("skipped")).hasSize(1);
        assertThat(reason(answer, "lock")).startsWith("the safety check forbids it");
        Awaitility.await()
                .until(() -> station.announced(SuggestionCreated.class).size() == 2);
    }

    @Test
    void neverMakesOneTwiceAndSaysWhy() {
        // Given
        station.post(GENERATE, "");
        station.post("/api/suggestions/sug_good/reject", "");
        station.post("/api/suggestions/sug_fair/approve", "");

        // When
        JsonNode again = station.post(GENERATE, "{\"days\": 30, \"limit\": 10}");

        // Then
        assertThat(again.path("count").asInt()).isZero();
        assertThat(reason(again, "best")).contains("sug_best waits for an answer already");
        assertThat(reason(again, "good"))
                .contains("was rejected")
                .contains("a rejection holds until the habit has changed");
        assertThat(reason(again, "fair")).contains("sug_fair is ");
        assertThat(station.status("sug_good")).isEqualTo("rejected");
    }

    @Test
    void looksAtTheNamedPatternsOnlyWhateverTheirAge() {
        // Given
        station.clock.advance(Duration.ofDays(400));

        // When
        JsonNode recent = station.post(GENERATE, "");
        JsonNode named = station.post(
                GENERATE,
                "{\"pattern_ids\": [\"fair\", \"doubtful\", \"nobody\", \"No Id\", \"good\", \"best\"], \"limit\": 2}");

        // Then
        assertThat(recent.path("count").asInt()).isZero();
        assertThat(recent.path("skipped")).isEmpty();
        assertThat(named.path("suggestions"))
                .extracting(suggestion -> suggestion.path("id").asText())
                .containsExactly("sug_fair", "sug_good");
        assertThat(reason(named, "doubtful")).contains("it is not proven: it happens too rarely now");
        assertThat(reason(named, "nobody")).contains("no such pattern");
        assertThat(reason(named, "No Id")).contains("no such pattern");
        assertThat(reason(named, "best")).contains("as many as asked for");
    }

    @Test
    void aPatternThatDoesNotHoldAnyMoreMakesNone() {
        // Given
        PatternRepository patterns = new PatternRepository(station.json, station.clock);
        Pattern best = proven("best", LAMP, 0.9);
        Instant now = station.clock.instant();
        Station.await(station.database.write(connection -> patterns.retire(connection, Station.HOME, best.id(), now)));

        // When
        JsonNode answer = station.post(GENERATE, "{\"pattern_ids\": [\"best\"]}");

        // Then
        assertThat(reason(answer, "best")).isEqualTo("it does not hold any more");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        station.refused(400, "POST", GENERATE, "{\"days\": 0}");
        station.refused(400, "POST", GENERATE, "{\"limit\": 101}");
        station.refused(400, "POST", GENERATE, "{\"pattern_ids\": []}");
        station.refused(422, "POST", GENERATE, "{\"pattern_ids\": [null]}");
        station.refused(422, "POST", GENERATE, "{\"pattern\": \"best\"}");
        station.refused(422, "POST", GENERATE, "{\"limit\": \"many\"}");
        station.refused(422, "POST", GENERATE, "[");
    }

    private void store(Pattern pattern) {
        PatternRepository patterns = new PatternRepository(station.json, station.clock);
        Station.await(station.database.write(connection -> patterns.save(connection, Station.HOME, pattern)));
    }

    private static String reason(JsonNode answer, String pattern) {
        for (JsonNode skipped : answer.path("skipped")) {
            if (skipped.path("pattern_id").asText().equals(pattern)) {
                return skipped.path("reason").asText();
            }
        }
        return "";
    }
}
