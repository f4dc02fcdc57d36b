package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionRejected;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.homeassistant.deploy.FileDeployer;
import io.homeiq.store.pattern.FeedbackAction;
import io.homeiq.store.pattern.FeedbackRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With automations written into files. */
class AutomationApiIT {

    @TempDir
    private Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, vertx -> new FileDeployer(vertx, folder));
        station.detected(proven("second", LAMP, 0.8));
        station.detected(proven("best", LAMP, 0.9));
        station.detected(proven("third", LAMP, 0.7));
        untilAnnounced(SuggestionCreated.class, 3);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void writesAnApprovedAutomationIntoAFileAndTakesItAway() throws IOException {
        // Given
        Path file = folder.resolve("automations/homeiq_best.yaml");

        // When
        station.post("/api/suggestions/sug_best/approve", "");
        untilAnnounced(AutomationDeployed.class, 1);
        String written = Files.readString(file);
        station.post("/api/deploy/sug_best/rollback", "");

        // Then
        assertThat(written).contains("homeiq_best").contains("light.turn_on");
        assertThat(station.announced(AutomationDeployed.class).getFirst())
                .satisfies(deployed -> assertThat(deployed.target()).isEqualTo(DeploymentTarget.FILE))
                .satisfies(deployed -> assertThat(deployed.location()).isEqualTo("automations/homeiq_best.yaml"));
        assertThat(file).doesNotExist();
    }

    @Test
    void listsTheBestFirstInPages() {
        // When
        JsonNode page = station.get("/api/suggestions/list?limit=2&offset=1");

        // Then
        assertThat(page.path("count").asInt()).isEqualTo(2);
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("suggestions"))
                .extracting(item -> item.path("id").asText())
                .containsExactly("sug_second", "sug_third");
    }

    @Test
    void filtersByOurStatesAndByThoseOfTheOlderSystem() {
        // Given
        station.post("/api/suggestions/sug_best/reject", "");

        // When
        JsonNode drafts = station.get("/api/suggestions/list?status=draft");
        JsonNode rejected = station.get("/api/suggestions/list?status=rejected,approved");

        // Then
        assertThat(drafts.path("total").asInt()).isEqualTo(2);
        assertThat(rejected.path("suggestions"))
                .extracting(item -> item.path("id").asText())
                .containsExactly("sug_best");
    }

    @Test
    void explainsWhatIsWrongWithARequest() {
        // When
        JsonNode unknown = station.refused(404, "GET", "/api/suggestions/sug_nobody", "");
        JsonNode impossible = station.refused(404, "GET", "/api/suggestions/No%20Body", "");
        JsonNode noJson = station.refused(400, "POST", "/api/suggestions/sug_best/reject", "{\"reason\":");
        JsonNode noText = station.refused(400, "POST", "/api/suggestions/sug_best/reject", "{\"reason\":7}");
        JsonNode noState = station.refused(400, "GET", "/api/suggestions/list?status=sleeping", "");
        JsonNode tooLong = station.refused(
                400, "POST", "/api/suggestions/sug_best/reject", "{\"reason\":\"" + "a".repeat(2_001) + "\"}");
        JsonNode noAutomation = station.refused(404, "GET", "/api/deploy/homeiq_nobody/versions", "");
        JsonNode nobody = station.refused(404, "POST", "/api/deploy/homeiq_nobody/rollback", "");

        // Then
        assertThat(unknown.path("detail").asText()).contains("sug_nobody");
        assertThat(impossible.path("status").asInt()).isEqualTo(404);
        assertThat(noJson.path("detail").asText()).contains("no JSON");
        assertThat(noText.path("parameter").asText()).isEqualTo("reason");
        assertThat(noState.path("detail").asText()).contains("rolled_back").contains("sleeping");
        assertThat(tooLong.path("detail").asText()).contains("2000");
        assertThat(noAutomation.path("detail").asText()).contains("homeiq_nobody");
        assertThat(nobody.path("detail").asText()).contains("homeiq_nobody");
        assertThat(station.status("sug_best")).isEqualTo("proposed");
    }

    @Test
    void refusesWhatTheStateDoesNotOffer() {
        // Given
        station.post("/api/suggestions/sug_best/reject", "");

        // When
        JsonNode approving = station.refused(409, "POST", "/api/suggestions/sug_best/approve", "");
        JsonNode rejecting = station.refused(409, "POST", "/api/suggestions/sug_best/reject", "");
        JsonNode deploying = station.refused(409, "POST", "/api/deploy/sug_best", "");

        // Then
        assertThat(approving.path("state").asText()).isEqualTo("rejected");
        assertThat(approving.path("detail").asText())
                .contains("cannot be approved")
                .contains("is rejected");
        assertThat(rejecting.path("detail").asText()).contains("cannot be rejected");
        assertThat(deploying.path("detail").asText()).contains("cannot be deployed");
    }

    @Test
    void keepsWhatTheOwnerSaid() {
        // When
        station.post("/api/suggestions/sug_best/approve", "{\"feedback\":\"finally\"}");
        station.command(new Command.RejectSuggestion(new SuggestionId("sug_third"), "never on Mondays"));
        untilAnnounced(SuggestionRejected.class, 1);

        // Then
        assertThat(feedbackOn("best")).isEqualTo(Map.of(FeedbackAction.ACCEPT, 1L));
        assertThat(feedbackOn("third")).isEqualTo(Map.of(FeedbackAction.REJECT, 1L));
        assertThat(station.get("/api/suggestions/sug_third").path("reason").asText())
                .isEqualTo("never on Mondays");
    }

    @Test
    void decidesManyAtOnceAndTellsWhichWereRefused() {
        // When
        JsonNode answer = station.post(
                "/api/suggestions/batch/approve",
                "{\"suggestion_ids\":[\"sug_best\",\"sug_nobody\",\"sug_second\",\"sug_best\"]}");
        JsonNode rejected =
                station.post("/api/suggestions/batch/reject", "{\"suggestion_ids\":[\"sug_third\"],\"reason\":\"no\"}");

        // Then
        assertThat(answer.path("count").asInt()).isEqualTo(2);
        assertThat(answer.path("refused").asInt()).isEqualTo(1);
        assertThat(answer.path("results").path(1).path("problem").path("status").asInt())
                .isEqualTo(404);
        assertThat(rejected.path("results").path(0).path("status").asText()).isEqualTo("rejected");
        untilAnnounced(AutomationDeployed.class, 2);
    }

    @Test
    void refusesABatchOfNothing() {
        // When
        JsonNode problem = station.refused(400, "POST", "/api/suggestions/batch/approve", "{}");

        // Then
        assertThat(problem.path("parameter").asText()).isEqualTo("suggestion_ids");
    }

    @Test
    void showsWhatWasDeployed() {
        // Given
        station.post("/api/deploy/sug_best", "");
        station.post("/api/deploy/sug_second", "");
        station.post("/api/deploy/sug_second/rollback", "");

        // When
        JsonNode list = station.get("/api/deploy/automations");
        JsonNode one = station.get("/api/deploy/automations/homeiq_best");

        // Then
        assertThat(list.path("count").asInt()).isEqualTo(2);
        assertThat(list.path("automations"))
                .extracting(item -> item.path("status").asText())
                .containsExactlyInAnyOrder("deployed", "rolled_back");
        assertThat(one.path("suggestion_id").asText()).isEqualTo("sug_best");
        assertThat(one.path("target").asText()).isEqualTo("file");
        assertThat(one.path("automation").path("actions").toString()).contains("light.kitchen_light");
    }

    @Test
    void testsItsConnection() {
        // When
        JsonNode answer = station.get("/api/deploy/test-connection");

        // Then
        assertThat(answer.path("connected").asBoolean()).isTrue();
        assertThat(answer.path("target").asText()).isEqualTo("file");
    }

    @Test
    void isReadyAndTellsWhatItOffers() {
        // When
        JsonNode ready = station.get("/health/ready");
        JsonNode root = station.get("/");

        // Then
        assertThat(ready.path("checks").path("database").asText()).isEqualTo("UP");
        assertThat(ready.path("checks").path("bus").asText()).isEqualTo("UP");
        assertThat(root.path("endpoints").toString()).contains("/api/suggestions/{id}/approve");
    }

    private Map<FeedbackAction, Long> feedbackOn(String pattern) {
        return Station.await(station.database.read(
                connection -> new FeedbackRepository().counts(connection, Station.HOME, new PatternId(pattern))));
    }

    private void untilAnnounced(Class<? extends EventData> type, int times) {
        await().untilAsserted(() -> assertThat(station.announced(type)).hasSize(times));
    }
}
