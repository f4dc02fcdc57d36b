package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.deploy.FileDeployer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switching deployed automations on and off, running them, and judging automations that somebody wrote. */
class OperationIT extends WithStation {

    private static final String BEST = "/api/deploy/automations/homeiq_best/";

    @BeforeEach
    void start() {
        station.detected(proven("best", LAMP, 0.9));
        await().untilAsserted(() ->
                assertThat(station.announced(SuggestionCreated.class)).hasSize(1));
        station.post("/api/deploy/sug_best", "");
    }

    @Test
    void switchesAndRunsAnAutomationByTheEntityThatItHas() {
        // When
        JsonNode disabled = station.post(BEST + "disable", "");
        station.post(BEST + "enable", "");
        station.post(BEST + "trigger", "");

        // Then
        assertThat(disabled.path("entity_id").asText()).isEqualTo("automation.homeiq_best");
        assertThat(target.operated).containsExactly("DISABLE homeiq_best", "ENABLE homeiq_best", "TRIGGER homeiq_best");
    }

    @Test
    void leavesAutomationsAloneThatAreNotOurs() {
        // Given
        station.post("/api/deploy/homeiq_best/rollback", "");

        // When
        JsonNode takenBack = station.refused(404, "POST", BEST + "enable", "");
        JsonNode foreign = station.refused(404, "POST", "/api/deploy/automations/1700000000000/trigger", "");

        // Then
        assertThat(takenBack.path("detail").asText()).contains("homeiq_best");
        assertThat(foreign.path("detail").asText()).contains("1700000000000");
        assertThat(target.operated).isEmpty();
    }

    @Test
    void saysWhyItCannotBeDone() {
        // When
        target.placed.clear();
        JsonNode notLoaded = station.refused(409, "POST", BEST + "enable", "");
        target.failing = Kind.UNREACHABLE;
        JsonNode away = station.refused(503, "POST", BEST + "enable", "");
        station.restartWith(new FileDeployer(station.vertx, folder));
        JsonNode file = station.refused(409, "POST", BEST + "enable", "");

        // Then
        assertThat(notLoaded.path("detail").asText()).contains("not loaded");
        assertThat(away.path("detail").asText()).contains("UNREACHABLE");
        assertThat(file.path("detail").asText()).contains("HA_URL");
    }

    @Test
    void judgesAnAutomationWithoutPuttingItAnywhere() {
        // Given
        int writes = target.writes.get();

        // When
        JsonNode good = validate("light.turn_on", "light.hall");
        JsonNode lock = validate("lock.unlock", "lock.front_door");
        target.refusal = "this Home Assistant does not have the action light.turn_on";
        JsonNode refused = validate("light.turn_on", "light.hall");
        target.refusal = null;
        target.failing = Kind.UNREACHABLE;
        JsonNode unasked = validate("light.turn_on", "light.hall");

        // Then
        assertThat(good.path("valid").asBoolean()).isTrue();
        assertThat(good.at("/safety/verdict").asText()).isEqualTo("pass");
        assertThat(lock.at("/safety/verdict").asText()).isEqualTo("block");
        assertThat(lock.path("score").asInt(-1)).isZero();
        assertThat(refused.path("valid").asBoolean(true)).isFalse();
        assertThat(refused.at("/errors/0").asText()).contains("light.turn_on");
        assertThat(unasked.path("valid").asBoolean()).isTrue();
        assertThat(unasked.path("warnings").toString()).contains("could not be asked");
        assertThat(unasked.path("score").asInt()).isLessThan(good.path("score").asInt());
        assertThat(target.writes).hasValue(writes);
    }

    @Test
    void saysWhatIsWrongWithAnAutomationThatCannotBeRead() {
        // When
        JsonNode noYaml = station.post("/api/v1/automations/validate", "{\"yaml_content\":\"a: [\"}");
        JsonNode two = station.post(
                "/api/v1/automations/validate",
                "{\"yaml_content\":\"- {id: a, triggers: [], actions: []}\\n- {id: b, triggers: [], actions: []}\"}");
        JsonNode nothing = station.refused(422, "POST", "/api/v1/automations/validate", "{}");

        // Then
        assertThat(noYaml.path("valid").asBoolean(true)).isFalse();
        assertThat(noYaml.path("errors")).isNotEmpty();
        assertThat(two.at("/errors/0").asText()).contains("2 automations");
        assertThat(nothing.path("detail").asText()).contains("yaml_content");
    }

    @Test
    void countsAnswers() {
        // When
        JsonNode usage = station.get("/api/suggestions/usage/stats");

        // Then
        assertThat(usage.path("total").asInt()).isEqualTo(1);
        assertThat(usage.at("/by_status/deployed").asInt()).isEqualTo(1);
        assertThat(usage.path("approval_rate").asDouble()).isEqualTo(1);
    }

    private JsonNode validate(String action, String entity) {
        String yaml = "id: mine\\nalias: Mine\\ntriggers: [{trigger: time, at: '07:00:00'}]\\nactions: [{action: "
                + action + ", target: {entity_id: " + entity + "}}]";
        return station.post("/api/v1/automations/validate", "{\"yaml_content\":\"" + yaml + "\"}");
    }
}
