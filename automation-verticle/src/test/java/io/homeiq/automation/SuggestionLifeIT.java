package io.homeiq.automation;

import static io.homeiq.automation.Samples.HEATER;
import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.LOCK;
import static io.homeiq.automation.Samples.doubtful;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.automation.suggestion.OpenSuggestions;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.event.SuggestionRejected;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.store.pattern.PatternRepository;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SuggestionLifeIT extends WithStation {

    private static final String SUGGESTION = "sug_lamp";

    @Test
    void proposesWhatTheBusDidNotBring() {
        // Given a pattern whose event was lost while the service was away
        station.stop();
        PatternRepository patterns = new PatternRepository(station.json, station.clock);
        Station.await(station.database.write(connection ->
                patterns.save(connection, Station.HOME, proven("lamp")).mapEmpty()));

        // When
        station.start();

        // Then
        untilAnnounced(SuggestionCreated.class, 1);
        assertThat(station.status(SUGGESTION)).isEqualTo("proposed");
    }

    @Test
    void proposesAProvenPattern() {
        // When
        station.detected(proven("lamp"));

        // Then
        untilAnnounced(SuggestionCreated.class, 1);
        JsonNode item = station.get("/api/suggestions/" + SUGGESTION);
        assertThat(item.path("status").asText()).isEqualTo("proposed");
        assertThat(item.path("pattern_id").asText()).isEqualTo("lamp");
        assertThat(item.path("evidence").path("fired").asInt()).isEqualTo(18);
        assertThat(item.path("safety").path("verdict").asText()).isEqualTo("pass");
        assertThat(item.path("automation").path("triggers").path(0).path("at").toString())
                .contains("06:45:00");
        assertThat(item.path("automation_yaml").asText()).contains("light.turn_on");
        assertThat(item.path("automation_id").asText()).isEqualTo("homeiq_lamp");
        assertThat(item.path("created_at").asText()).isEqualTo("2026-03-01T06:00:00Z");
        untilOpen(1);
        assertThat(station.open().best())
                .extracting(OpenSuggestions.Line::id)
                .first()
                .hasToString(SUGGESTION);
    }

    @Test
    void makesOneSuggestionOfAnEventDeliveredTwice() {
        // Given
        Event<PatternDetected> event = station.event(new PatternDetected(proven("lamp")));

        // When
        station.publish(event);
        station.publish(event);
        station.detected(proven("other"));

        // Then
        untilAnnounced(SuggestionCreated.class, 2);
        assertThat(station.announced(SuggestionCreated.class))
                .extracting(created -> created.suggestion().id().value())
                .containsExactly(SUGGESTION, "sug_other");
        assertThat(station.get("/api/suggestions/list").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void proposesNothingThatIsNotProvenOrMustNeverBeSwitched() {
        // When
        station.detected(doubtful("rare"));
        station.detected(proven("door", LOCK, 0.99));
        station.detected(proven("lamp"));

        // Then
        untilAnnounced(SuggestionCreated.class, 1);
        assertThat(station.get("/api/suggestions/list").path("suggestions"))
                .extracting(item -> item.path("id").asText())
                .containsExactly(SUGGESTION);
    }

    @Test
    void marksWhatNeedsConsent() {
        // When
        station.detected(proven("heat", HEATER, 0.9));

        // Then
        untilAnnounced(SuggestionCreated.class, 1);
        JsonNode safety = station.get("/api/suggestions/sug_heat").path("safety");
        assertThat(safety.path("tier").asText()).isEqualTo("consent");
        assertThat(safety.path("verdict").asText()).isEqualTo("ask");
    }

    @Test
    void refreshesAnOpenSuggestionSilently() {
        // Given
        station.detected(proven("lamp", LAMP, 0.8));
        untilAnnounced(SuggestionCreated.class, 1);
        station.clock.advance(Duration.ofDays(1));

        // When
        station.changed(proven("lamp", LAMP, 0.95));

        // Then
        await().untilAsserted(() -> assertThat(station.get("/api/suggestions/" + SUGGESTION)
                        .path("confidence")
                        .asDouble())
                .isEqualTo(0.95));
        assertThat(station.announced(SuggestionCreated.class)).hasSize(1);
        assertThat(station.get("/api/suggestions/" + SUGGESTION)
                        .path("created_at")
                        .asText())
                .isEqualTo("2026-03-01T06:00:00Z");
        await().untilAsserted(() ->
                assertThat(station.open().best().getFirst().confidence()).isEqualTo(0.95));
    }

    @Test
    void aRejectedSuggestionStaysRejectedWhenItsPatternIsFoundAgain() {
        // Given
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
        station.post("/api/suggestions/sug_lamp/reject", "{\"reason\":\"not on holidays\"}");

        // When
        station.detected(proven("lamp", LAMP, 0.99));
        station.changed(proven("lamp", LAMP, 0.99));
        station.detected(proven("same_under_another_id"));
        station.detected(proven("other", HEATER, 0.9));

        // Then
        untilAnnounced(SuggestionCreated.class, 2);
        assertThat(station.announced(SuggestionCreated.class))
                .extracting(created -> created.suggestion().patternId().value())
                .containsExactly("lamp", "other");
        assertThat(station.announced(SuggestionRejected.class)).hasSize(1);
        JsonNode item = station.get("/api/suggestions/" + SUGGESTION);
        assertThat(item.path("status").asText()).isEqualTo("rejected");
        assertThat(item.path("reason").asText()).isEqualTo("not on holidays");
        assertThat(item.path("confidence").asDouble()).isEqualTo(0.9);
    }

    @Test
    void withdrawsASuggestionWhoseHabitIsGoneAndProposesItAgainWhenItIsBack() {
        // Given
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);

        // When
        station.changed(doubtful("lamp"));
        station.changed(doubtful("lamp"));
        untilAnnounced(SuggestionExpired.class, 1);
        String between = station.status(SUGGESTION);
        station.changed(proven("lamp"));

        // Then
        untilAnnounced(SuggestionCreated.class, 2);
        assertThat(between).isEqualTo("expired");
        assertThat(station.status(SUGGESTION)).isEqualTo("proposed");
        assertThat(station.announced(SuggestionExpired.class))
                .singleElement()
                .satisfies(expired -> assertThat(expired.reason()).isEqualTo("it happens too rarely now"));
    }

    @Test
    void withdrawsASuggestionWhosePatternIsRetired() {
        // Given
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);

        // When
        station.publish(station.event(new PatternRetired(new PatternId("lamp"), "the habit is not found any more")));

        // Then
        untilAnnounced(SuggestionExpired.class, 1);
        assertThat(station.status(SUGGESTION)).isEqualTo("expired");
        untilOpen(0);
    }

    @Test
    void withdrawsASuggestionThatIsForbiddenNow() {
        // Given
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
        station.register(Samples.whereTheLampIsForbidden());

        // When
        station.changed(proven("lamp"));

        // Then
        untilAnnounced(SuggestionExpired.class, 1);
        assertThat(station.announced(SuggestionExpired.class).getFirst().reason())
                .contains("homeiq_never")
                .contains("light.kitchen_light");
    }

    @Test
    void leavesADeployedSuggestionAloneWhateverBecomesOfItsPattern() {
        // Given
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
        station.post("/api/deploy/" + SUGGESTION, "");

        // When
        station.changed(doubtful("lamp"));
        station.changed(proven("lamp", LAMP, 0.99));
        station.detected(proven("other"));

        // Then
        untilAnnounced(SuggestionCreated.class, 2);
        JsonNode item = station.get("/api/suggestions/" + SUGGESTION);
        assertThat(item.path("status").asText()).isEqualTo("deployed");
        assertThat(item.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(station.announced(SuggestionExpired.class)).isEmpty();
    }

    private void untilOpen(long count) {
        await().untilAsserted(() -> assertThat(station.open().count()).isEqualTo(count));
    }
}
