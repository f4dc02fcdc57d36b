package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that needs consent is put in place without it, by whatever way it is asked for, and nothing forbidden at all. */
class SafetyOfRollbackIT {

    private static final String CONSENT = "{\"consent\": true}";

    @TempDir
    private Path folder;

    private final FakeTarget target = new FakeTarget();
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, target);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void lamp() {
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
    }

    @Test
    void puttingBackWhatNeedsConsentAsksToo() {
        // Given
        lamp();
        target.placed.put(
                "homeiq_lamp",
                new Verbatim(AutomationTree.write(AutomationYaml.read("""
                    triggers: [{trigger: time, at: "06:00:00"}]
                    actions: [{choose: [], default: [{action: climate.turn_on, target: {entity_id: climate.bedroom}}]}]
                    """).getFirst())));
        station.post("/api/deploy/sug_lamp", "{\"force_deploy\": true}");

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/sug_lamp/rollback", "");

        // Then
        assertThat(problem.path("detail").asText()).contains("climate.bedroom", "needs your consent");
        station.command(new Command.RollBackAutomation(new SuggestionId("sug_lamp")));
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        station.post("/api/deploy/sug_lamp/rollback", CONSENT);
        untilAnnounced(AutomationRolledBack.class, 1);
    }

    @Test
    void puttingBackWhatIsForbiddenIsRefusedWhateverIsConsentedTo() {
        // Given
        lamp();
        target.placed.put(
                "homeiq_lamp",
                new Verbatim(AutomationTree.write(AutomationYaml.read("""
                    triggers: [{trigger: time, at: "06:00:00"}]
                    actions: [{if: [], then: [{action: lock.unlock, target: {entity_id: lock.front_door}}]}]
                    """).getFirst())));
        station.post("/api/deploy/sug_lamp", "{\"force_deploy\": true}");

        // When
        JsonNode problem = station.refused(409, "POST", "/api/deploy/sug_lamp/rollback", CONSENT);

        // Then
        assertThat(problem.path("detail").asText()).contains("lock.front_door");
        assertThat(station.status("sug_lamp")).isEqualTo("deployed");
    }

    private <T extends EventData> void untilAnnounced(Class<T> type, int times) {
        await().untilAsserted(() -> assertThat(station.announced(type)).hasSize(times));
    }
}
