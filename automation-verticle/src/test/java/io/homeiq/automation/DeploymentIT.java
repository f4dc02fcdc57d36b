package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.deploy.FileDeployer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentIT extends WithLamp {

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
}
