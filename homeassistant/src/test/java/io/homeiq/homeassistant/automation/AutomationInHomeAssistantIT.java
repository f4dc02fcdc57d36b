package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.testing.HomeAssistantProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Home Assistant takes what we write, through its interface and from its file. */
class AutomationInHomeAssistantIT {

    private static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    private static final EntityId LAMP = new EntityId("light.hall_light");
    private static final EntityId LUX = new EntityId("sensor.hall_illuminance");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String CONFIGURATION = """
            homeassistant:
              name: Test home
              latitude: 52.1
              longitude: 5.1
              elevation: 0
              time_zone: Europe/Amsterdam
            api:
            websocket_api:
            config:
            sun:
            automation: !include automations.yaml
            """;

    private static final List<Trigger> TRIGGERS = List.of(
            new StateTrigger(
                    List.of(MOTION, LAMP), List.of("off"), List.of("on", "unavailable"), Duration.ofSeconds(90)),
            new StateTrigger(List.of(LAMP), List.of(), List.of(), Duration.ofMillis(250)),
            new NumericStateTrigger(List.of(LUX), null, 0.5, 40.0, Duration.ofMinutes(5)),
            new NumericStateTrigger(List.of(LAMP), "brightness", null, 128.0, Duration.ZERO),
            new TimeTrigger(List.of(LocalTime.of(6, 45), LocalTime.of(22, 0, 5))),
            new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(-30)),
            new SunTrigger(SunEvent.SUNRISE, Duration.ZERO));

    private static final List<Condition> CONDITIONS = List.of(
            new TimeCondition(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
            TimeCondition.on(Set.of(DayOfWeek.FRIDAY)),
            new StateCondition(List.of(MOTION), List.of("off", "unknown"), Duration.ofMinutes(5)),
            new NumericStateCondition(List.of(LUX), null, null, 1e-7),
            new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ofMinutes(-30), Duration.ofHours(1)),
            new AnyOf(List.of(
                    new AllOf(List.of(StateCondition.of(LAMP, "on"))),
                    new NoneOf(List.of(StateCondition.of(LAMP, "off"))))));

    private static final List<Action> ACTIONS = List.of(
            new CallService("light", "turn_on", List.of(LAMP), new Verbatim(Map.of("brightness_pct", 40))),
            new Delay(Duration.ofMillis(1_500)),
            new Delay(Duration.ofHours(30)),
            new CallService("light", "turn_off", List.of(LAMP, new EntityId("light.kitchen_light")), Verbatim.EMPTY),
            new CallService(
                    "persistent_notification",
                    "create",
                    List.of(),
                    new Verbatim(Map.of("message", "yes: it's \"on\"\n"))));

    @TempDir
    static Path folder;

    private static HomeAssistantProcess homeAssistant;
    private static HttpClient http;

    @BeforeAll
    static void startWithOurFile() throws Exception {
        Files.writeString(folder.resolve("configuration.yaml"), CONFIGURATION);
        Files.writeString(folder.resolve("automations.yaml"), AutomationYaml.write(rules("file")));
        homeAssistant = HomeAssistantProcess.startIn(folder);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        if (homeAssistant != null) {
            homeAssistant.close();
        }
        if (http != null) {
            http.close();
        }
    }

    /** One automation for each trigger and mode, with all the conditions and actions between them. */
    private static List<Automation> rules(String way) {
        List<Automation> automations = new ArrayList<>();
        for (int i = 0; i < TRIGGERS.size(); i++) {
            List<Condition> conditions = List.of(CONDITIONS.get(i % CONDITIONS.size()));
            Rule rule = new Rule(List.of(TRIGGERS.get(i)), conditions, ACTIONS);
            RunMode mode = List.of(RunMode.values()).get(i % RunMode.values().length);
            String id = Automation.OUR_PREFIX + way + "_" + i;
            automations.add(new Automation(id, "Rule " + way + " " + i, "No: " + i, rule, mode, Verbatim.EMPTY));
        }
        return automations;
    }

    @Test
    void takesThemThroughItsInterface() throws Exception {
        for (Automation automation : rules("api")) {
            // Given
            String path = "/api/config/automation/config/" + automation.id();
            String body = MAPPER.writeValueAsString(AutomationTree.write(automation));

            // When
            JsonNode answer = send(request(path).POST(BodyPublishers.ofString(body)));

            // Then
            assertThat(answer).isEqualTo(MAPPER.readTree("{\"result\":\"ok\"}"));
            Map<String, @Nullable Object> stored =
                    MAPPER.convertValue(send(request(path).GET()), new TypeReference<>() {});
            assertThat(AutomationTree.read(stored)).isEqualTo(automation);
        }
        await().untilAsserted(() -> assertThat(statesById()).containsAllEntriesOf(allOn("api")));
        // What Home Assistant wrote into its file is read as what we sent.
        assertThat(AutomationYaml.read(folder.resolve("automations.yaml"))).containsAll(rules("api"));
    }

    @Test
    void loadsThemFromItsFile() throws Exception {
        // When
        Map<String, String> states = statesById();

        // Then
        assertThat(states).containsAllEntriesOf(allOn("file"));
        assertThat(Files.readString(folder.resolve("home-assistant.log")))
                .doesNotContain("could not be validated")
                .doesNotContain("failed to setup");
    }

    private static Map<String, String> allOn(String way) {
        Map<String, String> on = new HashMap<>();
        rules(way).forEach(automation -> on.put(automation.id(), "on"));
        return on;
    }

    private static Map<String, String> statesById() throws IOException, InterruptedException {
        Map<String, String> states = new HashMap<>();
        for (JsonNode state : send(request("/api/states").GET())) {
            if (state.path("entity_id").textValue().startsWith("automation.")) {
                states.put(
                        state.at("/attributes/id").asText(), state.path("state").textValue());
            }
        }
        return states;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(homeAssistant.url() + path))
                .header("Authorization", "Bearer " + homeAssistant.token())
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }
}
