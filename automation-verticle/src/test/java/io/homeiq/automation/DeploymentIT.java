package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.SuggestionApproved;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.deploy.FileDeployer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentIT {

    private static final String SUGGESTION = "sug_lamp";
    private static final String AUTOMATION = "homeiq_lamp";

    @TempDir
    private Path folder;

    private final FakeTarget target = new FakeTarget();
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, target);
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void anApprovalPutsTheAutomationInPlace() {
        // When
        JsonNode approved = approve();

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(approved.path("status").asText()).isEqualTo("approved");
        assertThat(approved.path("message").asText()).isNotBlank();
        assertThat(target.placed).containsOnlyKeys(AUTOMATION);
        assertThat(station.announced(SuggestionApproved.class)).hasSize(1);
        assertThat(station.announced(AutomationDeployed.class))
                .containsExactly(new AutomationDeployed(
                        new SuggestionId(SUGGESTION),
                        AUTOMATION,
                        1,
                        DeploymentTarget.HOME_ASSISTANT,
                        "automation." + AUTOMATION));
        JsonNode item = station.get("/api/suggestions/" + SUGGESTION);
        assertThat(item.path("status").asText()).isEqualTo("deployed");
        assertThat(item.path("deployed_at").asText()).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aCommandOnTheBusDoesTheSame() {
        // When
        station.command(new Command.ApproveSuggestion(new SuggestionId(SUGGESTION)));

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(station.announced(SuggestionApproved.class)).hasSize(1);
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void putsACommandThatCannotBeDoneAsideWithTheReason() {
        // When
        station.command(new Command.ApproveSuggestion(new SuggestionId("sug_nobody")));

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(station.deadLetters().getFirst().reason()).contains("sug_nobody");
    }

    @Test
    void ofManyApprovalsAtOnceOneCounts() throws Exception {
        // Given
        int tries = 8;

        // When
        List<Integer> statuses;
        try (ExecutorService people = Executors.newFixedThreadPool(tries)) {
            statuses = people
                    .invokeAll(IntStream.range(0, tries)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(any ->
                                    () -> station.exchange("POST", "/api/suggestions/" + SUGGESTION + "/approve", "{}")
                                            .statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(tries - 1);
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(station.announced(SuggestionApproved.class)).hasSize(1);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void waitsForAHomeAssistantThatIsAwayAndDeploysOnce() {
        // Given
        target.failing = Kind.UNREACHABLE;
        approve();
        await().until(() -> target.calls.get() >= 3);
        String meanwhile = station.status(SUGGESTION);

        // When
        target.failing = null;

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(meanwhile).isEqualTo("approved");
        assertThat(target.writes).hasValue(1);
        assertThat(station.announced(AutomationFailed.class)).isEmpty();
    }

    @Test
    void carriesOutAfterARestartWhatWasApprovedBefore() {
        // Given
        target.failing = Kind.UNREACHABLE;
        approve();
        station.stop();
        target.failing = null;

        // When
        station.start();

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void aCrashBetweenDeploymentAndRecordLeavesOneVersionAndOneEvent() {
        // Given
        target.answering = false;
        approve();
        await().until(() -> target.placed.containsKey(AUTOMATION));
        station.stop();
        int announcedBefore = station.announced(AutomationDeployed.class).size();
        target.answering = true;

        // When
        station.start();

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(announcedBefore).isZero();
        assertThat(target.writes).hasValue(1);
        assertThat(versions()).isEqualTo(1);
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void oneThatIsRefusedFailsWithTheReasonAndCanBeApprovedAgain() {
        // Given
        target.refusal = "light.kitchen_light does not exist; rename it back or remove it from the automation";
        approve();
        untilAnnounced(AutomationFailed.class, 1);
        JsonNode failed = station.get("/api/suggestions/" + SUGGESTION);
        target.refusal = null;

        // When
        approve();

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("problem").asText()).startsWith("light.kitchen_light does not exist");
        assertThat(station.announced(AutomationFailed.class).getFirst().problem())
                .isEqualTo(failed.path("problem").asText());
    }

    @Test
    void aRevokedTokenIsNotTriedForEver() {
        // Given
        target.failing = Kind.UNAUTHORIZED;

        // When
        approve();

        // Then
        untilAnnounced(AutomationFailed.class, 1);
        assertThat(station.status(SUGGESTION)).isEqualTo("failed");
        assertThat(target.calls).hasValue(1);
    }

    @Test
    void neverOverwritesWhatAPersonWrote() {
        // Given
        Verbatim theirs = new Verbatim(Map.of("id", AUTOMATION, "alias", "mine"));
        target.placed.put(AUTOMATION, theirs);

        // When
        approve();

        // Then
        untilAnnounced(AutomationFailed.class, 1);
        assertThat(target.placed).containsEntry(AUTOMATION, theirs);
        assertThat(station.announced(AutomationFailed.class).getFirst().problem())
                .contains("changed by hand")
                .contains("approve again");
        assertThat(target.writes).hasValue(0);
    }

    @Test
    void deployingAgainChangesNothingAndSaysSo() {
        // Given
        station.post("/api/deploy/" + SUGGESTION, "");

        // When
        JsonNode again = station.post("/api/deploy/" + SUGGESTION, "{\"force_deploy\":true}");

        // Then
        assertThat(again.path("status").asText()).isEqualTo("deployed");
        assertThat(again.path("message").asText()).contains("nothing was changed");
        assertThat(target.writes).hasValue(1);
        assertThat(versions()).isEqualTo(1);
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void deployingAgainPutsBackWhatWasDeleted() {
        // Given
        station.post("/api/deploy/" + SUGGESTION, "");
        target.placed.clear();

        // When
        JsonNode again = station.post("/api/deploy/" + SUGGESTION, "");

        // Then
        assertThat(again.path("message").asText()).contains("in place again");
        assertThat(target.placed).containsOnlyKeys(AUTOMATION);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void deployingAgainLeavesAChangeByHandAlone() {
        // Given
        station.post("/api/deploy/" + SUGGESTION, "");
        target.edit(AUTOMATION);

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/" + SUGGESTION, "");

        // Then
        assertThat(problem.path("detail").asText()).contains("changed by hand").contains("nothing was overwritten");
        assertThat(target.writes).hasValue(1);
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void deployingWhileHomeAssistantIsAwayIsAcceptedAndDoneLater() {
        // Given
        target.failing = Kind.UNREACHABLE;

        // When
        HttpResponse<String> answer = station.exchange("POST", "/api/deploy/" + SUGGESTION, "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("Home Assistant says UNREACHABLE");
        target.failing = null;
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void judgesSafetyAgainBeforeEveryDeployment() {
        // Given
        target.failing = Kind.UNREACHABLE;
        approve();
        await().until(() -> target.calls.get() >= 1);

        // When
        station.register(Samples.whereTheLampIsForbidden());

        // Then
        untilAnnounced(AutomationFailed.class, 1);
        assertThat(target.placed).isEmpty();
        assertThat(station.get("/api/suggestions/" + SUGGESTION).path("problem").asText())
                .contains("homeiq_never");
    }

    @Test
    void doesNotEvenApproveWhatIsForbiddenNow() {
        // Given
        station.register(Samples.whereTheLampIsForbidden());

        // When
        Stream<JsonNode> problems = Stream.of(
                        "/api/suggestions/" + SUGGESTION + "/approve", "/api/deploy/" + SUGGESTION)
                .map(path -> station.refused(409, "POST", path, ""));

        // Then
        assertThat(problems)
                .allSatisfy(
                        problem -> assertThat(problem.path("detail").asText()).contains("safety check forbids"));
        assertThat(station.status(SUGGESTION)).isEqualTo("proposed");
        station.register(HomeRegistry.EMPTY);
        approve();
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void deploysOneAtATime() {
        // Given
        target.waiting = true;
        IntStream.range(0, 4).forEach(i -> station.detected(proven("lamp" + i)));
        untilAnnounced(SuggestionCreated.class, 5);
        IntStream.range(0, 4).forEach(i -> station.post("/api/suggestions/sug_lamp" + i + "/approve", ""));

        // When
        target.release();

        // Then
        untilAnnounced(AutomationDeployed.class, 4);
        assertThat(target.mostAtOnce).hasValue(1);
    }

    @Test
    void aRejectionWaitsForTheDeploymentUnderWayAndIsToldOfIt() throws Exception {
        // Given
        target.waiting = true;
        approve();
        await().until(() -> target.calls.get() == 1);

        // When
        JsonNode problem;
        try (ExecutorService owner = Executors.newSingleThreadExecutor()) {
            var rejecting =
                    owner.submit(() -> station.refused(409, "POST", "/api/suggestions/" + SUGGESTION + "/reject", ""));
            target.release();
            problem = rejecting.get();
        }

        // Then
        assertThat(problem.path("state").asText()).isEqualTo("deployed");
        assertThat(target.placed).containsOnlyKeys(AUTOMATION);
    }

    @Test
    void aHomeThatIsConnectedLaterGetsTheAutomationThereAndKeepsItsFile() {
        // Given
        FileDeployer files = new FileDeployer(station.vertx, folder);
        station.restartWith(files);
        station.post("/api/deploy/" + SUGGESTION, "");
        station.restartWith(target);

        // When
        JsonNode tooEarly = station.refused(409, "POST", "/api/deploy/" + SUGGESTION + "/rollback", "");
        JsonNode again = station.post("/api/deploy/" + SUGGESTION, "");
        JsonNode back = station.post("/api/deploy/" + SUGGESTION + "/rollback", "");

        // Then
        assertThat(tooEarly.path("detail").asText()).contains("automations/homeiq_lamp.yaml");
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(back.path("message").asText()).contains("gone");
        assertThat(target.placed).isEmpty();
        assertThat(folder.resolve("automations/homeiq_lamp.yaml")).exists();
    }

    @Test
    void tellsWhyItCannotConnect() {
        // Given
        target.failing = Kind.UNAUTHORIZED;

        // When
        JsonNode answer = station.get("/api/deploy/test-connection");

        // Then
        assertThat(answer.path("connected").asBoolean()).isFalse();
        assertThat(answer.path("message").asText()).contains("UNAUTHORIZED");
    }

    private JsonNode approve() {
        return station.post("/api/suggestions/" + SUGGESTION + "/approve", "{\"feedback\":\"good idea\"}");
    }

    private int versions() {
        return station.get("/api/deploy/" + AUTOMATION + "/versions")
                .path("count")
                .asInt();
    }

    private void untilAnnounced(Class<? extends EventData> type, int times) {
        await().untilAsserted(() -> assertThat(station.announced(type)).hasSize(times));
    }
}
