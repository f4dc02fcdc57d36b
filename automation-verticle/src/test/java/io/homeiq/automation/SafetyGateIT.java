package io.homeiq.automation;

import static io.homeiq.automation.Samples.HEATER;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.store.registry.RegistryRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that needs consent is put in place without it, by whatever way it is asked for, and nothing forbidden at all. */
class SafetyGateIT {

    private static final String CONSENT = "{\"consent\": true}";
    private static final String HEAT = "sug_heat";
    private static final String LAMP_OFF = """
        - alias: Dark in the morning
          triggers: [{trigger: time, at: "06:45:00"}]
          actions:
            - choose:
                - conditions: [{condition: time, weekday: [mon]}]
                  sequence: [{service: homeassistant.turn_off, entity_id: light.kitchen_light}]
        """;

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

    private void heat() {
        station.detected(proven("heat", HEATER, 0.9));
        untilAnnounced(SuggestionCreated.class, 1);
    }

    private void lamp() {
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
    }

    /** What Home Assistant has in the way of automations. */
    private void existing(String yaml) {
        Station.await(station.database.write(connection -> new RegistryRepository(station.json)
                .saveAutomations(connection, Station.HOME, AutomationYaml.read(yaml), station.clock.instant())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/suggestions/sug_heat/approve", "/api/deploy/sug_heat"})
    void asksForConsentInThatVeryCall(String path) {
        // Given
        heat();

        // When
        JsonNode problem = station.refused(409, "POST", path, "");

        // Then
        assertThat(problem.path("detail").asText())
                .contains("needs your consent", "climate.bedroom", "\"consent\": true");
        assertThat(station.status(HEAT)).isEqualTo("proposed");
        assertThat(target.placed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/suggestions/sug_heat/approve", "/api/deploy/sug_heat"})
    void goesOnWithConsent(String path) {
        // Given
        heat();

        // When
        station.post(path, CONSENT);

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
        assertThat(target.placed).containsOnlyKeys("homeiq_heat");
    }

    @Test
    void forcingIsNoConsent() {
        // Given
        heat();

        // When
        station.refused(409, "POST", "/api/deploy/sug_heat", "{\"force_deploy\": true}");

        // Then
        assertThat(target.placed).isEmpty();
    }

    @Test
    void consentMustBeYesOrNo() {
        // Given
        heat();

        // Then
        station.refused(400, "POST", "/api/suggestions/sug_heat/approve", "{\"consent\": \"yes\"}");
        station.refused(422, "POST", "/api/deploy/sug_heat", "{\"consent\": \"yes\"}");
        assertThat(station.status(HEAT)).isEqualTo("proposed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/api/suggestions/batch/approve | 0", "/api/deploy/batch | 1"})
    void aBatchAsksForEach(String path, int answers) {
        // Given
        heat();
        String ids = "{\"suggestion_ids\": [\"sug_heat\"]";

        // When
        JsonNode without = station.post(path, ids + "}");
        assertThat(target.placed).isEmpty();
        station.post(path, ids + ", \"consent\": true}");

        // Then
        assertThat(without.path("count").asInt()).isEqualTo(answers);
        assertThat(without.path("results").get(0).toString()).contains("needs your consent");
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void aCommandOnTheBusAsksToo() {
        // Given
        heat();

        // When
        station.command(new Command.ApproveSuggestion(new SuggestionId(HEAT)));

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(station.deadLetters().getFirst().reason()).contains("needs your consent");
        station.command(new Command.ApproveSuggestion(new SuggestionId(HEAT), true));
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void consentHoldsWhileHomeAssistantIsAway() {
        // Given
        heat();
        target.failing = Kind.UNREACHABLE;
        station.post("/api/suggestions/sug_heat/approve", CONSENT);

        // When
        station.stop();
        target.failing = null;
        station.start();

        // Then
        untilAnnounced(AutomationDeployed.class, 1);
    }

    @Test
    void whatComesUpAfterTheApprovalIsAskedAnew() {
        // Given
        lamp();
        target.failing = Kind.UNREACHABLE;
        station.post("/api/suggestions/sug_lamp/approve", "");

        // When
        existing(LAMP_OFF);

        // Then
        untilAnnounced(AutomationFailed.class, 1);
        assertThat(station.announced(AutomationFailed.class).getFirst().problem())
                .contains("Dark in the morning");
        target.failing = null;
        assertThat(target.placed).isEmpty();
        station.post("/api/deploy/sug_lamp", CONSENT);
        assertThat(target.placed).containsOnlyKeys("homeiq_lamp");
    }

    @Test
    void seesWhatStandsAgainstItDeepInOtherAutomations() {
        // Given
        existing(LAMP_OFF);

        // When
        lamp();

        // Then
        JsonNode safety = station.get("/api/suggestions/sug_lamp").path("safety");
        assertThat(safety.path("verdict").asText()).isEqualTo("ask");
        assertThat(safety.path("score").asInt()).isEqualTo(50);
        assertThat(safety.path("reasons").get(0).asText())
                .contains("At 06:45", "turns light.kitchen_light on", "Dark in the morning");
        station.refused(409, "POST", "/api/suggestions/sug_lamp/approve", "");
    }

    @Test
    void seesWhatStandsAgainstItInAScriptThatAnotherAutomationCalls() {
        // Given
        existing("""
            - alias: Dark by script
              triggers: [{trigger: time, at: "06:45:00"}]
              actions: [{action: script.dark}]
            """);
        Verbatim call =
                new Verbatim(Map.of("action", "light.turn_off", "target", Map.of("entity_id", "light.kitchen_light")));
        Verbatim scripts = new Verbatim(Map.of("dark", Map.of("sequence", List.of(call.tree()))));
        Station.await(station.database.write(connection -> new RegistryRepository(station.json)
                .saveScripts(connection, Station.HOME, scripts, station.clock.instant())));

        // When
        lamp();

        // Then
        JsonNode safety = station.get("/api/suggestions/sug_lamp").path("safety");
        assertThat(safety.path("verdict").asText()).isEqualTo("ask");
        assertThat(safety.path("reasons").get(0).asText()).contains("At 06:45", "Dark by script");
    }

    @Test
    void doesNotProposeWhatWouldRunAwayWithAnother() {
        // Given
        lamp();
        existing("""
            - alias: Never on
              triggers: [{trigger: state, entity_id: light.kitchen_light, to: "on"}]
              actions: [{action: light.turn_off, target: {entity_id: light.kitchen_light}}]
            - alias: Never off
              triggers: [{trigger: state, entity_id: light.kitchen_light, to: "off"}]
              actions: [{event: lamp_is_off}]
            - alias: On again
              triggers: [{trigger: event, event_type: lamp_is_off}]
              actions: [{action: light.turn_on, target: {entity_id: light.kitchen_light}}]
            """);

        // When
        JsonNode verdict = station.post("/api/v1/automations/validate", """
            {"yaml_content": "triggers: [{trigger: state, entity_id: light.kitchen_light, to: 'off'}]\\nactions: [{action: light.turn_on, target: {entity_id: light.kitchen_light}}]",
             "validate_entities": false, "validate_services": false}\
            """);

        // Then
        assertThat(verdict.path("safety").path("verdict").asText()).isEqualTo("block");
        assertThat(verdict.path("score").asInt()).isZero();
        assertThat(verdict.path("conflicts").get(0).path("kind").asText()).isEqualTo("loop");
        assertThat(verdict.path("conflicts").get(0).path("explanation").asText())
                .contains("Never on");
    }

    @Test
    void aLampThatWasForbiddenMeanwhileIsWithdrawnAndNotApproved() {
        // Given
        lamp();
        station.register(Samples.whereTheLampIsForbidden());

        // When
        JsonNode problem = station.refused(409, "POST", "/api/suggestions/sug_lamp/approve", CONSENT);
        station.changed(proven("lamp"));

        // Then
        assertThat(problem.path("detail").asText()).contains("homeiq_never");
        untilAnnounced(SuggestionExpired.class, 1);
        assertThat(target.placed).isEmpty();
    }

    private <T extends EventData> void untilAnnounced(Class<T> type, int times) {
        await().untilAsserted(() -> assertThat(station.announced(type)).hasSize(times));
    }
}
