package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.store.registry.RegistryRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands against an automation is shown where it happened in the home. */
class SafetyInHistoryIT {

    private static final EntityId DOOR = new EntityId("binary_sensor.door");
    private static final Instant OPENED = Instant.parse("2026-02-20T18:00:00Z");
    private static final String ON_AT_THE_DOOR = """
            {"yaml_content": "alias: Welcome\\ntriggers: [{trigger: state, entity_id: binary_sensor.door, to: 'on'}]\\nactions: [{action: light.turn_on, target: {entity_id: light.kitchen_light}}]",
             "validate_entities": false, "validate_services": false}\
            """;

    @TempDir
    private Path folder;

    private final Diary diary = new Diary();
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, vertx -> new FakeTarget(), diary);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void existing(String yaml) {
        Station.await(station.database.write(connection -> new RegistryRepository(station.json)
                .saveAutomations(connection, Station.HOME, AutomationYaml.read(yaml), station.clock.instant())));
    }

    @Test
    void aValidationShowsWhenItHappenedLast() {
        // Given
        existing("""
            - alias: Saving
              triggers: [{trigger: state, entity_id: binary_sensor.door, to: "on"}]
              actions: [{action: light.turn_off, target: {entity_id: light.kitchen_light}}]
            """);
        diary.byHand(DOOR, "off", "on", OPENED);
        diary.byHand(Samples.LAMP, "on", "off", OPENED.plusSeconds(1));
        diary.byHand(Samples.LAMP, "off", "on", OPENED.plus(Duration.ofHours(2)));

        // When
        JsonNode verdict = station.post("/api/v1/automations/validate", ON_AT_THE_DOOR);

        // Then
        JsonNode conflict = verdict.path("conflicts").get(0);
        assertThat(conflict.path("kind").asText()).isEqualTo("opposite_on_trigger");
        assertThat(conflict.path("trace"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "2026-02-20 18:00:00  binary_sensor.door: off → on",
                        "2026-02-20 18:00:01  light.kitchen_light: on → off");
        assertThat(verdict.path("safety").path("examples").get(0).asText())
                .contains("Saving", "18:00:01  light.kitchen_light: on → off");
    }

    @Test
    void theGateAnswersWhereTheHistoryIsAway() {
        // Given
        diary.unreadable = true;

        // When
        JsonNode verdict = station.post("/api/v1/automations/validate", ON_AT_THE_DOOR);

        // Then
        assertThat(verdict.path("safety").path("verdict").asText()).isEqualTo("pass");
        assertThat(verdict.path("safety").has("examples")).isFalse();
    }

    @Test
    void asksAboutACounterThatWouldRunAllTheTime() {
        // Given
        for (int each = 0; each < 25; each++) {
            diary.byHand(DOOR, "off", "on", OPENED.plusSeconds(each * 60L));
            diary.byHand(DOOR, "on", "off", OPENED.plusSeconds(each * 60L + 30));
        }

        // When
        JsonNode switching = station.post("/api/v1/automations/validate", ON_AT_THE_DOOR);
        JsonNode telling =
                station.post("/api/v1/automations/validate", ON_AT_THE_DOOR.replace("light.turn_on", "light.toggle"));

        // Then
        assertThat(switching.path("safety").path("verdict").asText()).isEqualTo("pass");
        assertThat(switching.path("safety").path("notes").toString()).contains("20 times and more within an hour");
        assertThat(telling.path("safety").path("verdict").asText()).isEqualTo("ask");
        assertThat(telling.path("conflicts").toString())
                .contains("25 times within an hour from 2026-02-20 18:00:00 on");
    }

    @Test
    void asksAboutAPlugThatWasSeenToDrawMuch() {
        // Given
        EntityId plug = new EntityId("switch.corner");
        EntityId sensor = new EntityId("sensor.corner_power");
        station.register(Samples.withAPlug(plug, sensor));
        Station.await(station.database.write(connection -> new RegistryRepository(station.json)
                .savePowerPeaks(connection, Station.HOME, Map.of(sensor, 2_150.0), station.clock.instant())));

        // When
        station.detected(Samples.proven("plug", plug, 0.9));
        await().untilAsserted(() ->
                assertThat(station.announced(SuggestionCreated.class)).hasSize(1));

        // Then
        JsonNode problem = station.refused(409, "POST", "/api/suggestions/sug_plug/approve", "");
        assertThat(problem.path("detail").asText()).contains("needs your consent", "more than 1 kW");
    }
}
