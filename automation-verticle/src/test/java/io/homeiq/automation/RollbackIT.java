package io.homeiq.automation;

import static io.homeiq.automation.Samples.LOCK;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.store.suggestion.DeployedVersion;
import io.homeiq.store.suggestion.DeploymentRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackIT extends WithLamp {

    @BeforeEach
    void start() {
        station.post("/api/deploy/" + SUGGESTION, "");
    }

    @Test
    void removesAnAutomationThatHadNoneBefore() {
        // When
        JsonNode answer = rollBack(SUGGESTION);

        // Then
        assertThat(answer.path("status").asText()).isEqualTo("rolled_back");
        assertThat(answer.path("message").asText()).contains("gone");
        assertThat(target.placed).isEmpty();
        untilAnnounced(AutomationRolledBack.class, 1);
        assertThat(station.announced(AutomationRolledBack.class))
                .containsExactly(new AutomationRolledBack(new SuggestionId(SUGGESTION), AUTOMATION, null));
        assertThat(station.get("/api/deploy/automations/" + AUTOMATION)
                        .path("status")
                        .asText())
                .isEqualTo("rolled_back");
    }

    @Test
    void rollingBackTwiceSaysSoAndChangesNothing() {
        // Given
        rollBack(AUTOMATION);
        int writes = target.writes.get();

        // When
        JsonNode bySuggestion = rollBack(SUGGESTION);
        JsonNode byAutomation = rollBack(AUTOMATION);

        // Then
        assertThat(bySuggestion.path("message").asText()).contains("rolled back already");
        assertThat(byAutomation.path("message").asText()).contains("rolled back already");
        assertThat(target.writes).hasValue(writes);
        untilAnnounced(AutomationRolledBack.class, 1);
    }

    @Test
    void aCommandOnTheBusDoesTheSame() {
        // When
        station.command(new Command.RollBackAutomation(new SuggestionId(SUGGESTION)));

        // Then
        untilAnnounced(AutomationRolledBack.class, 1);
        assertThat(target.placed).isEmpty();
        assertThat(station.status(SUGGESTION)).isEqualTo("rolled_back");
    }

    @Test
    void leavesAnAutomationAloneThatAPersonChanged() {
        // Given
        target.edit(AUTOMATION);

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/" + SUGGESTION + "/rollback", "");

        // Then
        assertThat(problem.path("detail").asText()).contains("changed by hand");
        assertThat(target.placed).containsOnlyKeys(AUTOMATION);
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void saysWhenHomeAssistantIsAwayAndKeepsTheState() {
        // Given
        target.failing = Kind.UNREACHABLE;

        // When
        JsonNode problem = station.refused(503, "POST", "/api/deploy/" + SUGGESTION + "/rollback", "");

        // Then
        assertThat(problem.path("detail").asText()).contains("UNREACHABLE");
        assertThat(station.status(SUGGESTION)).isEqualTo("deployed");
    }

    @Test
    void aCommandIsCarriedOutOnceHomeAssistantIsBack() {
        // Given
        target.failing = Kind.UNREACHABLE;
        int calls = target.calls.get();
        station.command(new Command.RollBackAutomation(new SuggestionId(SUGGESTION)));
        await().until(() -> target.calls.get() > calls);

        // When
        target.failing = null;

        // Then
        untilAnnounced(AutomationRolledBack.class, 1);
        assertThat(target.placed).isEmpty();
    }

    @Test
    void oneThatWasRemovedByHandCountsAsRolledBack() {
        // Given
        target.placed.clear();

        // When
        JsonNode answer = rollBack(SUGGESTION);

        // Then
        assertThat(answer.path("status").asText()).isEqualTo("rolled_back");
    }

    @Test
    void canBeApprovedAndDeployedAgainAsTheNextVersion() {
        // Given
        rollBack(SUGGESTION);

        // When
        JsonNode answer = station.post("/api/deploy/" + SUGGESTION, "");

        // Then
        assertThat(answer.path("status").asText()).isEqualTo("deployed");
        assertThat(answer.path("version").asInt()).isEqualTo(2);
        assertThat(target.placed).containsOnlyKeys(AUTOMATION);
        assertThat(station.get("/api/deploy/" + AUTOMATION + "/versions").path("versions"))
                .extracting(version -> version.path("status").asText())
                .containsExactly("deployed", "rolled_back");
    }

    @Test
    void restoresTheVersionBefore() {
        // Given
        Verbatim first = Objects.requireNonNull(target.placed.get(AUTOMATION));
        deploySecondVersionOver(first);

        // When
        JsonNode answer = rollBack(AUTOMATION);

        // Then
        assertThat(answer.path("message").asText()).contains("version 1 is in place again");
        assertThat(target.placed).containsEntry(AUTOMATION, first);
        untilAnnounced(AutomationRolledBack.class, 1);
        assertThat(station.announced(AutomationRolledBack.class).getFirst().restoredVersion())
                .isEqualTo(1);
        assertThat(station.get("/api/deploy/automations")
                        .path("automations")
                        .path(0)
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void doesNotRestoreWhatIsForbidden() {
        // Given
        Pattern forbidden = proven("lamp", LOCK, 0.9);
        Automation unlocks = new Automation(AUTOMATION, "", "", forbidden.rule(), RunMode.SINGLE, Verbatim.EMPTY);
        deploySecondVersionOver(new Verbatim(AutomationTree.write(unlocks)));
        Verbatim second = Objects.requireNonNull(target.placed.get(AUTOMATION));

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/" + AUTOMATION + "/rollback", "");

        // Then
        assertThat(problem.path("detail").asText())
                .contains("safety check forbids")
                .contains("lock.front_door");
        assertThat(target.placed).containsEntry(AUTOMATION, second);
    }

    @Test
    void doesNotRollBackWhatWasNeverDeployed() {
        // Given
        station.detected(proven("other"));
        untilAnnounced(SuggestionCreated.class, 2);

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/sug_other/rollback", "");

        // Then
        assertThat(problem.path("state").asText()).isEqualTo("proposed");
    }

    /** As a later version of a habit would be. */
    private void deploySecondVersionOver(Verbatim before) {
        SuggestionRepository suggestions = new SuggestionRepository(station.json);
        Suggestion suggestion = Station.await(station.database.read(
                        connection -> suggestions.find(connection, Station.HOME, new SuggestionId(SUGGESTION))))
                .orElseThrow();
        Automation next = new Automation(
                AUTOMATION, "second", "", suggestion.automation().rule(), RunMode.RESTART, Verbatim.EMPTY);
        Verbatim tree = new Verbatim(AutomationTree.write(next));
        target.placed.put(AUTOMATION, tree);
        DeployedVersion version = new DeployedVersion(
                AUTOMATION,
                2,
                suggestion.id(),
                next,
                FakeTarget.hash(tree),
                station.json.toText(before),
                DeploymentTarget.HOME_ASSISTANT,
                "automation.second",
                station.clock.instant());
        Station.await(station.database.write(connection -> new DeploymentRepository(station.json)
                .add(connection, Station.HOME, version)
                .compose(added -> suggestions.update(
                        connection,
                        Station.HOME,
                        suggestion.in(new Deployed(station.clock.instant(), AUTOMATION, 2)),
                        suggestion.state()))));
    }

    private JsonNode rollBack(String id) {
        return station.post("/api/deploy/" + id + "/rollback", "{}");
    }
}
