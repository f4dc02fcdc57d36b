package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulatedHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job with real parts: from a past in Home Assistant's own recorder to an automation in it, and back. */
class WholeJobIT {

    private static final long SEED = 1;
    private static final int DAYS = 55;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** In every sample home of this length the best habit that has a trigger. */
    private static final String LAMP = "light.hall";

    private static final String PERSON = "person.ann";
    private static final String PHONE = "device_tracker.ann_phone";

    private static final Set<EventType> LIFE_CYCLE = EnumSet.of(
            EventType.PATTERN_DETECTED,
            EventType.SUGGESTION_CREATED,
            EventType.SUGGESTION_APPROVED,
            EventType.AUTOMATION_DEPLOYED,
            EventType.AUTOMATION_ROLLED_BACK);

    /** It keeps what we give it, and nothing else is needed of it. */
    private static final String CONFIGURATION = """
            homeassistant:
              name: Sample home
              latitude: 52.1
              longitude: 5.1
              time_zone: Europe/Amsterdam
            api:
            websocket_api:
            config:
            history:
            logbook:
            recorder:
              commit_interval: 1
              purge_keep_days: 4000
            person:
              - {id: ann, name: Ann, device_trackers: [device_tracker.ann_phone]}
            automation: !include automations.yaml
            """;

    @TempDir
    static Path homeFolder;

    @TempDir
    static Path dataFolder;

    private final Web web = Web.plain();

    @Test
    void takesAHomeFromItsRecordedPastToAnAutomationThatFiresAndBack() throws IOException {
        // Given
        SimulatedHome sample = SampleHome.generate(
                SimulationSettings.of(SEED, LocalDate.now(Clock.systemUTC()).minusDays(DAYS), DAYS)
                        .withSensors(0, 600));
        new HomeFolder(sample, homeFolder).writeRecorder();
        Files.writeString(homeFolder.resolve("configuration.yaml"), CONFIGURATION);
        Files.writeString(homeFolder.resolve("automations.yaml"), "[]\n");
        try (MosquittoProcess broker = MosquittoProcess.startInMemory();
                HomeAssistantProcess process = HomeAssistantProcess.startIn(homeFolder, broker.host(), broker.port());
                OwnersView home = new OwnersView(process);
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port());
                // Its devices turn up only after we came, as after a power cut: their past must not be missed.
                HomeIq homeIq = HomeIq.start(settings(process, broker), EnumSet.allOf(Role.class), Clock.systemUTC());
                PlayedHome devices = PlayedHome.announce(sample.registry(), broker.host(), broker.port())) {
            Settings settings = homeIq.settings();
            await("the devices").atMost(PATIENCE).until(() -> home.state(LAMP).equals("off"));

            awaitThePast(settings, sample);

            // When
            JsonNode suggestion = suggested(settings);
            String suggestionId = suggestion.path("id").textValue();
            String automationId = suggestion.path("automation_id").textValue();
            String automations = url(settings, Role.AUTOMATION);
            assertThat(web.post(automations + "/api/suggestions/" + suggestionId + "/approve", "{}")
                            .status())
                    .isEqualTo(200);
            await("the automation in Home Assistant")
                    .atMost(PATIENCE)
                    .until(() -> status(settings, suggestionId).equals("deployed"));

            // Then it is there as it was proposed
            assertThat(home.configuration(automationId).path("actions"))
                    .isEqualTo(suggestion.path("automation").path("actions"));
            JsonNode entity = home.automation(automationId);
            assertThat(entity.path("state").textValue()).isEqualTo("on");
            assertThat(home.template("{{ label_entities('HomeIQ') | join(',') }}"))
                    .isEqualTo(entity.path("entity_id").textValue());

            // and does what people did
            assertThat(entity.path("attributes").path("last_triggered").isNull())
                    .isTrue();
            assertThat(home.state(LAMP)).isEqualTo("off");
            assertThat(home.state(PERSON)).isEqualTo("not_home");
            devices.happens(PHONE, "home");
            await("the light").atMost(PATIENCE).until(() -> home.state(LAMP).equals("on"));
            assertThat(home.automation(automationId)
                            .path("attributes")
                            .path("last_triggered")
                            .textValue())
                    .isNotBlank();

            // and can be taken back
            assertThat(web.post(automations + "/api/deploy/" + automationId + "/rollback", "{}")
                            .status())
                    .isEqualTo(200);
            await("the end of the automation")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(home.automation(automationId).isMissingNode())
                                    .isTrue());
            assertThat(home.configuration(automationId).isMissingNode()).isTrue();
            assertThat(status(settings, suggestionId)).isEqualTo("rolled_back");
            assertToldInOrder(bus, suggestion);
        }
    }

    /** Before that, suggestions of a part of the past may come and go. */
    private void awaitThePast(Settings settings, SimulatedHome sample) {
        Map<EntityId, Instant> last = new TreeMap<>();
        sample.events((HomeEvent event) -> {
            if (event instanceof StateChange change
                    && PlayedHome.plays(change.entityId())
                    && change.after() != null
                    && !change.after().equals(change.before())) {
                last.merge(change.entityId(), change.time(), (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        String events = url(settings, Role.DATA) + "/api/v1/events?limit=1&entity_id=";
        await("the whole past").atMost(PATIENCE).untilAsserted(() -> {
            last.entrySet()
                    .removeIf(change -> !web.read(events + change.getKey() + "&start_time="
                                    + change.getValue().truncatedTo(ChronoUnit.SECONDS) + "&end_time="
                                    + change.getValue().plusSeconds(1))
                            .isEmpty());
            assertThat(last).isEmpty();
        });
    }

    /** The suggestion for the habit that this test can trigger. */
    private JsonNode suggested(Settings settings) {
        String pattern = url(settings, Role.PATTERN);
        String list = url(settings, Role.AUTOMATION) + "/api/suggestions/list?limit=100&status=proposed";
        JsonNode[] found = {MissingNode.getInstance()};
        await("a suggestion for " + LAMP)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    web.post(pattern + "/api/analysis/trigger", "");
                    found[0] = find(web.read(list).path("suggestions"));
                    assertThat(found[0].isMissingNode())
                            .as(() -> "suggestions: " + web.read(list).findValuesAsText("title") + ", history: "
                                    + web.read(url(settings, Role.DATA) + "/api/v1/events/stats") + ", analysis: "
                                    + web.read(pattern + "/api/analysis/status") + ", services: "
                                    + Arrays.stream(Role.values())
                                            .map(role -> web.read(url(settings, role) + "/health/ready"))
                                            .toList())
                            .isFalse();
                });
        return found[0];
    }

    private static JsonNode find(JsonNode suggestions) {
        return first(
                suggestions,
                suggestion -> Set.of(PERSON, PHONE)
                                .contains(suggestion
                                        .at("/automation/triggers/0/entity_id")
                                        .asText())
                        && suggestion
                                .at("/automation/actions/0/target/entity_id")
                                .asText()
                                .equals(LAMP));
    }

    static JsonNode first(JsonNode list, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private String status(Settings settings, String suggestionId) {
        return web.read(url(settings, Role.AUTOMATION) + "/api/suggestions/" + suggestionId)
                .path("status")
                .asText();
    }

    private static void assertToldInOrder(BusWatcher bus, JsonNode suggestion) {
        Set<String> ids = Set.of(
                suggestion.path("id").textValue(),
                suggestion.path("pattern_id").textValue(),
                suggestion.path("automation_id").textValue());
        await("the last event").atMost(PATIENCE).untilAsserted(() -> {
            List<EventType> told = bus.events().stream()
                    .filter(event -> LIFE_CYCLE.contains(event.type()))
                    .filter(event -> ids.contains(event.data().subject()))
                    .<EventType>map(Event::type)
                    .toList();
            assertThat(told).containsExactlyElementsOf(LIFE_CYCLE);
        });
        assertThat(bus.unreadable()).isEmpty();
        assertThat(bus.deadLetters()).isEmpty();
    }

    private static String url(Settings settings, Role role) {
        return String.valueOf(settings.urls().get(role));
    }

    private static Settings settings(HomeAssistantProcess home, MosquittoProcess broker) {
        var read = SettingsReader.read(Map.of(
                "HA_URL", home.url(),
                "HA_TOKEN", home.token(),
                "MQTT_BROKER", "mqtt://" + broker.host() + ":" + broker.port(),
                "HOMEIQ_DATA", dataFolder.toString(),
                "HOMEIQ_SUGGESTIONS_PER_WEEK", "1000",
                "HOMEIQ_DATA_PORT", "0",
                "HOMEIQ_PATTERN_PORT", "0",
                "HOMEIQ_TRAINING_PORT", "0",
                "HOMEIQ_QUERY_PORT", "0",
                "HOMEIQ_AUTOMATION_PORT", "0"));
        return ((SettingsReader.Outcome.Valid) read).settings();
    }
}
