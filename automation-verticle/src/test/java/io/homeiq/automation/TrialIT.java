package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suggestion in shadow, and one that is put in place switched off. */
class TrialIT {

    private static final String SUGGESTION = "sug_lamp";

    private final FakeTarget target = new FakeTarget();
    private final Diary diary = new Diary();
    private Station station;

    @BeforeEach
    void start(@TempDir Path folder) {
        station = new Station(folder, vertx -> target, diary);
        station.detected(Samples.proven("lamp"));
        await().until(() -> station.announced(SuggestionCreated.class).size() == 1);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    /** On the first day somebody does it, on the second nobody, on the third somebody an hour late. */
    private void threeDays() {
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-01T06:50:00Z"));
        diary.byHand(Samples.LAMP, "on", "off", Instant.parse("2026-03-01T08:00:00Z"));
        diary.byHand(Samples.LAMP, "off", "on", Instant.parse("2026-03-03T07:50:00Z"));
        diary.byHand(Samples.LAMP, "on", "off", Instant.parse("2026-03-03T09:00:00Z"));
        station.clock.advance(Duration.ofDays(2).plusHours(6));
    }

    private JsonNode evidence() {
        return station.get("/api/suggestions/sug_lamp/trial").path("evidence");
    }

    private void shows(JsonNode evidence) {
        assertThat(evidence.path("fired").asInt()).isEqualTo(3);
        assertThat(evidence.path("agreed").asInt()).isEqualTo(1);
        assertThat(evidence.path("unwanted").asInt()).isEqualTo(2);
        assertThat(evidence.path("missed").asInt()).isEqualTo(1);
    }

    @Test
    void aTrialIsWatchedAndNeverActsAlsoOverARestart() {
        // Given
        assertThat(station.post("/api/suggestions/sug_lamp/trial", "")
                        .path("status")
                        .asText())
                .isEqualTo("trial");
        threeDays();
        shows(evidence());

        // When
        station.stop();
        station.start();

        // Then
        shows(evidence());
        assertThat(target.placed).isEmpty();
        assertThat(station.open().count()).isZero();
    }

    @Test
    void theSameByCommandsOnTheBus() {
        // Given
        station.command(new Command.TrySuggestion(new SuggestionId(SUGGESTION)));
        await().until(() -> station.status(SUGGESTION).equals("trial"));
        station.command(new Command.DropTrial(new SuggestionId(SUGGESTION)));
        await().until(() -> station.status(SUGGESTION).equals("proposed"));
        station.command(new Command.TrySuggestion(new SuggestionId(SUGGESTION)));
        await().until(() -> station.status(SUGGESTION).equals("trial"));

        // When
        station.command(new Command.PromoteSuggestion(new SuggestionId(SUGGESTION), null));

        // Then
        await().until(() -> station.status(SUGGESTION).equals("deployed"));
        assertThat(target.placed).containsKey("homeiq_lamp");
        assertThat(station.deadLetters()).isEmpty();
    }

    @Test
    void eachStepAskedForAgainChangesNothingAndWhatIsNotOfferedIsRefused() {
        // Given
        station.refused(409, "POST", "/api/suggestions/sug_lamp/promote", "");
        station.refused(409, "GET", "/api/suggestions/sug_lamp/trial", "");
        station.post("/api/suggestions/sug_lamp/trial", "");

        // When
        JsonNode again = station.post("/api/suggestions/sug_lamp/trial", "");

        // Then
        assertThat(again.path("status").asText()).isEqualTo("trial");
        assertThat(station.post("/api/suggestions/sug_lamp/drop", "")
                        .path("status")
                        .asText())
                .isEqualTo("proposed");
        assertThat(station.post("/api/suggestions/sug_lamp/drop", "")
                        .path("status")
                        .asText())
                .isEqualTo("proposed");
        station.refused(404, "POST", "/api/suggestions/sug_nobody/trial", "");
    }

    @Test
    void aHistoryThatCannotBeReadIsNoFailureOfTheTrial() {
        // Given
        diary.unreadable = true;
        station.post("/api/suggestions/sug_lamp/trial", "");
        threeDays();
        JsonNode blind = station.get("/api/suggestions/sug_lamp/trial");
        assertThat(blind.path("evidence").isMissingNode()).isTrue();

        // When
        diary.unreadable = false;

        // Then
        shows(evidence());
    }

    @Test
    void whatIsDeployedSwitchedOffIsArmedByEnablingIt() {
        // Given
        JsonNode answer = station.post("/api/deploy/sug_lamp", "{\"armed\": false}");
        assertThat(answer.path("message").asText()).contains("switched off");
        assertThat(placed()).contains("initial_state=false");

        // When
        station.post("/api/deploy/automations/homeiq_lamp/enable", "");
        station.post("/api/deploy/automations/homeiq_lamp/enable", "");

        // Then
        assertThat(placed()).doesNotContain("initial_state");
        assertThat(target.writes).hasValue(2);
        assertThat(target.operated).containsExactly("ENABLE homeiq_lamp", "ENABLE homeiq_lamp");
        assertThat(station.announced(AutomationDeployed.class)).hasSize(2);
        station.post("/api/deploy/sug_lamp/rollback", "");
        assertThat(target.placed).isEmpty();
        assertThat(station.get("/api/deploy/automations?status=deployed")
                        .path("total")
                        .asInt())
                .isZero();
    }

    private String placed() {
        return Objects.requireNonNull(target.placed.get("homeiq_lamp")).tree().toString();
    }
}
