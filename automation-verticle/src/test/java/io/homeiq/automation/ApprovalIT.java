package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.event.SuggestionApproved;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApprovalIT extends WithLamp {

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
}
